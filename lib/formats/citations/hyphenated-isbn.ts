import { hyphenate } from "isbn3";

/** 13 digits with the hyphens that the registration agencies' ranges give; as they are where no range is known. */
export function hyphenatedIsbn(isbn13: string): string {
  return isbn13 === "" ? "" : (hyphenate(isbn13) ?? isbn13);
}
