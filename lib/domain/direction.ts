import type { Direction } from "#lib/domain/block.ts";

const strong = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{L}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The base direction by the first strong character, as rules P2 and P3 of the Unicode Bidirectional Algorithm (UAX #9). */
export function directionOf(text: string): Direction {
  const first = strong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first) ? "rtl" : "ltr";
}
