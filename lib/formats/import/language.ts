import type { BlockDraft } from "#lib/domain/block.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import type { Found } from "#lib/formats/import/imported-document.ts";

/** eld looks at the first 1,000 UTF-16 units of what it is given. */
const window = 1_000;
const fewestLetters = 100;
const clearMargin = 0.02;
const widerMargin = 0.05;

/** Tags that eld knows by another name, or does not part from it. */
const sameAs: Readonly<Record<string, string>> = {
  nb: "no",
  nn: "no",
  id: "ms",
  fil: "tl",
  iw: "he",
  bs: "hr",
  sh: "hr",
};

/** Malay and Indonesian are one to it. */
const isTwo = /^ms$/;

/**
 * The language of a text: what the document says of itself, unless the words plainly say otherwise, and where it says
 * nothing what the words say. Null when neither is clear: fewer than 100 letters, or two languages that are alike.
 */
export async function languageOf(
  blocks: readonly BlockDraft[],
  stated: Found | null,
): Promise<{ readonly language: Found | null; readonly warning: string | null }> {
  const words = wordsOf(blocks);
  if ((words.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return { language: stated, warning: null };
  const { eld } = await import("eld/small");
  const starts = words.length < window * 2 ? [0] : [0, (words.length - window) / 2, words.length - window];
  const readings = starts.map((start) => eld.detect(words.slice(start, start + window)));
  const [first] = readings;
  const isOne = first !== undefined && readings.every(({ language }) => language === first.language);
  if (!isOne || first.language === "" || !readings.every((reading) => reading.isReliable()))
    return { language: stated, warning: null };
  const scores = readings.map((reading) => reading.getScores());
  const found = { value: first.language, from: "the text itself" };
  if (stated === null) {
    const isClear = scores.every((score) => marginOf(score, first.language, null) >= clearMargin);
    return { language: isClear && !isTwo.test(first.language) ? found : null, warning: null };
  }
  const given = knownTag(stated.value);
  const isKnown = Object.values(eld.info().Languages).includes(given);
  const isOther = scores.every((score) => marginOf(score, first.language, given) >= widerMargin);
  if (given === first.language || !isKnown || !isOther) return { language: stated, warning: null };
  return {
    language: found,
    warning: `The document says that its language is ${nameOf(stated.value)}, but its words are ${nameOf(found.value)}. ${nameOf(found.value)} was taken.`,
  };
}

function wordsOf(blocks: readonly BlockDraft[]): string {
  const prose = blocks.filter(({ type }) => type !== "code" && type !== "table-row");
  return (prose.length > 0 ? prose : blocks).map(textOfDraft).join(" ").replace(/\s+/gu, " ").trim();
}

/** How far the best score lies above that of another language, or above the next. */
function marginOf(scores: Readonly<Record<string, number>>, best: string, other: string | null): number {
  const others = Object.entries(scores).filter(([tag]) => tag !== best && (other === null || tag === other));
  return (scores[best] ?? 0) - Math.max(0, ...others.map(([, score]) => score));
}

function knownTag(tag: string): string {
  const language = tag.split("-")[0]?.toLowerCase() ?? "";
  return sameAs[language] ?? language;
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
}
