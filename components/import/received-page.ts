/** A page that the bookmarklet sent, as it arrived and before anybody agreed to it. */
export type ReceivedPage = {
  /** The origin of the window that sent it, as the browser vouches for it. */
  readonly origin: string;
  readonly address: string;
  readonly title: string;
  readonly html: string;
  readonly bytes: number;
};

type Arrival = { readonly origin: string; readonly data: unknown };

export const mostPageBytes = 10 * 1024 * 1024;

/** The message in which our page says that it listens; the bookmarklet answers with the page. */
export const readyMessage = "stet:ready";

/** Reads a message from another window. The error says why it is not taken. */
export function receivePage({ origin, data }: Arrival): ReceivedPage | string | null {
  const fields = textFields(data);
  if (fields.kind !== "stet:page") return null;
  const { html, address, title = "" } = fields;
  const url = URL.parse(address ?? "");
  if (html === undefined || html.trim() === "") return "The page that was sent is empty.";
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== origin) {
    return "The page says that it is from another address than the one that sent it, so it is not taken.";
  }
  const bytes = html.length > mostPageBytes ? html.length : new Blob([html]).size;
  if (bytes > mostPageBytes) return "The page is larger than 10 MB. Save it, and upload the text alone.";
  return { origin, address: url.href.slice(0, 2000), title: title.slice(0, 500), html: html.toWellFormed(), bytes };
}

function textFields(data: unknown): Readonly<Partial<Record<string, string>>> {
  if (typeof data !== "object" || data === null) return {};
  return Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
