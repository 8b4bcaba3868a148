import { typographicFold } from "#lib/domain/fold.ts";
import type { Span } from "#lib/domain/span.ts";

const reach = 16;
/** Letters and figures of scripts that part words by spaces; elsewhere every word is glued to the next. */
const letter = String.raw`[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]]`;
const joint = String.raw`[.,:'’\-‐–\/]`;
const after = new RegExp(`^(?:${joint}${letter}+|(?:${letter}|[%‰°])+)`, "v");
const before = new RegExp(`(?:${letter}${joint}|(?:${letter}|[$€£¥+−\\-])+)$`, "v");
const beginsWord = new RegExp(`^${letter}`, "v");
const endsWord = new RegExp(`${letter}$`, "v");

/**
 * Whether a figure or a word goes on beyond the edges of a span in one text otherwise than in the other: "15" is no longer
 * the very words where "15,000" stands now, nor "can" where "can't" does.
 */
export function goesOnOtherwise(
  older: { readonly text: string; readonly span: Span },
  newer: { readonly text: string; readonly span: Span },
): boolean {
  return edgesOf(older) !== edgesOf(newer);
}

function edgesOf({ text, span: { start, end } }: { readonly text: string; readonly span: Span }): string {
  const next = endsWord.test(text.slice(Math.max(0, end - 2), end))
    ? (after.exec(text.slice(end, end + reach))?.[0] ?? "")
    : "";
  const last = beginsWord.test(text.slice(start, start + 2))
    ? (before.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? "")
    : "";
  return last === "" && next === "" ? "" : `${typographicFold(last)}|${typographicFold(next)}`;
}
