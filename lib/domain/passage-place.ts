import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

/** What evidence relies on at most, UTF-16 code units. */
export const longestPassage = 20_000;

const longestSearched = 10_000_000;
const triedPlaces = 1000;
/** Letters of scripts that part no words by blanks begin and end a word wherever they stand. */
const apart =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const wordBefore = new RegExp(`[[\\p{L}\\p{N}]--[${apart}]]$`, "v");
const wordAfter = new RegExp(`^[[\\p{L}\\p{M}\\p{N}]--[${apart}]]`, "v");
const beginsWithWord = new RegExp(`^[[\\p{L}\\p{N}]--[${apart}]]`, "v");
const endsWithWord = new RegExp(`[[\\p{L}\\p{M}\\p{N}]--[${apart}]]$`, "v");

/**
 * Where the words of a passage stand in a text, under the typographic fold and as whole words; the first place when they
 * stand there more than once, null when they do not. UTF-16 code units.
 */
export function passagePlace(text: string, passage: string): Span | null {
  const words = passage.trim();
  if (words === "" || text.length > longestSearched) return null;
  return literalPlace(text, words) ?? foldedPlace(text, words);
}

/** Whether a span lies in the text and holds the words of the passage. */
export function standsAt(text: string, { start, end }: Span, passage: string): boolean {
  return typographicFold(text.slice(start, end)) === typographicFold(passage);
}

function literalPlace(text: string, words: string): Span | null {
  let start = text.indexOf(words);
  for (let tried = 0; start >= 0 && tried < triedPlaces; tried += 1) {
    const place = { start, end: start + words.length };
    if (isWhole(text, place)) return place;
    start = text.indexOf(words, start + 1);
  }
  return null;
}

/** Whether no word or number goes on beyond either end. */
function isWhole(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  const goesOn = endsWithWord.test(words) && wordAfter.test(text.slice(end, end + 2));
  return !goesOn && !(beginsWithWord.test(words) && wordBefore.test(text.slice(Math.max(0, start - 2), start)));
}

function foldedPlace(text: string, words: string): Span | null {
  const quote = { exact: words, prefix: "", suffix: "" };
  const found = anchorAnnotations(text, [{ id: null, ways: [[{ quote, position: null }]], problems: [] }]);
  const [anchor] = found.ok ? found.value : [];
  if (anchor === undefined || anchor.placement === "lost") return null;
  const places = anchor.placement === "ambiguous" ? anchor.candidates : [anchor];
  const place = places
    .toSorted((a, b) => a.start - b.start)
    .find((span) => isWhole(text, span) && standsAt(text, span, words));
  return place === undefined ? null : { start: place.start, end: place.end };
}
