/**
 * Whether this is the address at which a desk publishes its keys. All of the path counts, and nothing may follow it: what
 * ends as the address of one desk could else lead to another's.
 */
export function isKeysAddressOf(deskId: string, address: string): boolean {
  if (/[?#\s\\]/.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password, pathname } = new URL(address);
  return /^https?:$/.test(protocol) && `${username}${password}` === "" && pathname === pathOf(deskId);
}

function pathOf(deskId: string): string {
  return `/.well-known/stet-keys/${deskId}`;
}
