/** The address when it can be followed safely (http or https), else null: a stored address never becomes script. */
export function followable(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}
