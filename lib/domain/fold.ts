import { normalForm } from "#lib/domain/normal-form.ts";

const quotes = /[\u2018\u2019\u201A\u201B\u2032\u2039\u203A\u02BC\uFF07`\u00B4]/g;
const doubleQuotes = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\uFF02]/g;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const invisible = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g;
const space = /[\s\u0085]+/gu;
/** Superscripts, subscripts, fractions and signs that NFKC would turn into plain figures and letters: 10⁶ is not 106. */
const raised = /([\u00AA\u00B2\u00B3\u00B9\u00BA\u00BC-\u00BE\u2070-\u209F\u2120\u2122\u2150-\u215F]+)/;

/**
 * The typographic fold: two quotes are "the very words" when they are equal under it. White space becomes one space,
 * quotation marks and dashes their plain forms, ligatures and other compatibility letters their letters (NFKC, but for
 * superscripts, subscripts and fractions, whose figures mean something else);
 * soft hyphens and zero-width characters go. Letters keep their case. Idempotent.
 */
export function typographicFold(text: string): string {
  return compatible(text.replace(invisible, ""))
    .replace(invisible, "")
    .replace(quotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, "-")
    .replaceAll("\u2026", "...")
    .replace(space, " ")
    .trim();
}

function compatible(text: string): string {
  if (!raised.test(text)) return normalForm(text, "NFKC");
  const parts = text.split(raised);
  return parts.map((part, index) => (index % 2 === 1 ? part : normalForm(part, "NFKC"))).join("");
}
