/** The cookie that names the version whose words the page that asks has already. Read by the layout of the bench. */
export const heldWordsCookie = "stet-words";

let held: string | null = null;

/** Notes which version's words this page shows; null when it shows none. */
export function holdWords(versionId: string | null): void {
  held = versionId;
}

/** Tells the server so with what is read next of this page; end it with `withdrawHeldWords` when that was read. */
export function offerHeldWords(): void {
  if (held !== null) put(held, 10);
}

/** From here on the server sends an article's words again. */
export function withdrawHeldWords(): void {
  put("", 0);
}

function put(value: string, seconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is asynchronous, and absent on plain http.
  document.cookie = `${heldWordsCookie}=${value}; path=${location.pathname}; max-age=${seconds}; samesite=strict`;
}
