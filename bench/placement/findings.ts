import type { Span } from "#lib/domain/span.ts";
import type { Scenario } from "./scenario.ts";
import type { Finding } from "./score.ts";

const contextLength = 70;
const sentences = {
  "other-text": "called sure, on other text",
  deleted: "called sure, although deleted",
  "other-words": "called sure, with other words",
  "wrong-place": "offered at a wrong place",
  lost: "lost, although there",
} as const;

/** A finding with the words around it: in the old text, where it was placed, and where it ought to be. */
export function tellFinding({ edit, seed, older, newer }: Scenario, finding: Finding): string {
  const { quote, placed, truth, reason } = finding;
  const rows = [
    `${edit.name}, seed ${seed}: ${sentences[reason]} (${placed.placement}, confidence ${placed.confidence.toFixed(2)})`,
    `old    ${around(older, quote.span)}`,
    `times  ${timesIn(older, quote.quote)} in the old text, ${timesIn(newer.text, quote.quote)} in the new one`,
    placed.placement === "lost" ? null : `placed ${around(newer.text, placed)}`,
    truth.fate === "kept" ? `truth  ${around(newer.text, truth.span)}` : `truth  ${truth.fate}`,
  ];
  return `${rows.filter((row) => row !== null).join("\n    ")}\n`;
}

function timesIn(text: string, quote: string): number {
  return text.split(quote).length - 1;
}

function around(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - contextLength), start);
  const after = text.slice(end, end + contextLength);
  const words = `${before}[${text.slice(start, end)}]${after}`;
  return `${start}-${end} ${words.replaceAll(/\s*\n\s*/g, " ¶ ")}`;
}
