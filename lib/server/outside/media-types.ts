import "server-only";

/** What a fetch is for: documents to be imported, feeds and the pages that name them, or whatever is there, to be kept. */
export type Wanted = "documents" | "feeds" | "anything";

const pages = ["text/html", "application/xhtml+xml"];
const documents = [
  ...pages,
  "text/plain",
  "text/markdown",
  "text/vtt",
  "application/x-subrip",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
  "application/epub+zip",
  "multipart/related",
  "message/rfc822",
  "application/gzip",
  "application/x-gzip",
  // Many sites name no type for what they offer to download; what it is is told by its bytes.
  "application/octet-stream",
];
const feeds = [
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
  "application/xml",
  "text/xml",
  ...pages,
  "text/plain",
];
const types = { documents, feeds, anything: [...pages, "*/*"] } as const satisfies Record<Wanted, readonly string[]>;

/** What the `accept` header asks for: the types that are read, the first before the others. */
export function acceptHeader(wants: Wanted): string {
  return types[wants].map((type, place) => (place < 2 ? type : `${type};q=0.9`)).join(", ");
}

export function isWanted(contentType: string, wants: Wanted): boolean {
  if (wants === "anything") return true;
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  return types[wants].includes(type);
}
