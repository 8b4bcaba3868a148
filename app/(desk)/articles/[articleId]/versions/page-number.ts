import { wholeNumber } from "#lib/schemas/text.ts";

/** The page that an address asks for, from 1; the first where it asks for none, or for nonsense. */
export function pageNumber(asked: string | string[] | undefined): number {
  const page = wholeNumber(1, 100_000).safeParse(asked);
  return page.success ? page.data : 1;
}
