/** The address when it can be followed safely (http or https), else null: a stored address never becomes script. */
export function followable(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

/** Whether two addresses name the same page: equal but for the fragment, a final slash and `www.`. */
export function isSameAddress(a: string, b: string): boolean {
  return a !== "" && b !== "" && bareAddress(a) === bareAddress(b);
}

/** Host, path and query: what two ways of writing one address share, and what a search by address looks for. */
export function bareAddress(address: string): string {
  const text = address.trim();
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  return `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}${url.search}`;
}
