import { identifier } from "#lib/schemas/text.ts";

/** The last row of a page in a list whose latest changed row is first; the next page goes on after it. */
export type ChangeCursor = { readonly updatedAt: Date; readonly id: string };

/** For an address: the moment and the id, as several rows may have changed at one moment. */
export function writtenCursor({ updatedAt, id }: ChangeCursor): string {
  return `${updatedAt.toISOString()}_${id}`;
}

/**
 * What `writtenCursor` wrote; null for anything else: the list begins at its beginning then. Postgres has no year 0, so no
 * moment of it is read.
 */
export function readCursor(text: unknown): ChangeCursor | null {
  const [at = "", id = ""] = typeof text === "string" ? text.split("_") : [];
  const updatedAt = new Date(at);
  const known = identifier.safeParse(id);
  const isKnown = /^[1-9]\d{3}-/.test(at) && !Number.isNaN(updatedAt.getTime()) && known.success;
  return isKnown ? { updatedAt, id: known.data } : null;
}
