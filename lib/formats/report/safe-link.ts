const allowed = new Set(["http:", "https:", "mailto:"]);

/** The address as a link may carry it, or null: only absolute http, https and mailto addresses become links. */
export function safeLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return allowed.has(url.protocol) ? url.href : null;
}
