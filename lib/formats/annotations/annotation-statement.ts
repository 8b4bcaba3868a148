import { written } from "#lib/domain/annotation.ts";
import { normalForm } from "#lib/domain/normal-form.ts";
import type { AnnotationBody } from "#lib/formats/annotations/read-bodies.ts";

/** What a claim's statement holds, UTF-16 code units. */
export const longestStatement = 2000;

const saying = ["commenting", "describing"];
/** Purposes of bodies that name or file the passage and say nothing about it. */
const naming = ["tagging", "classifying", "identifying", "linking"];

/** What an annotation says about its passage: its first comment or description, else its first text that is no tag. */
export function annotationStatement(bodies: readonly AnnotationBody[]): string {
  const body =
    bodies.find(({ purpose }) => purpose !== null && saying.includes(purpose)) ??
    bodies.find(({ purpose }) => purpose === null || !naming.includes(purpose));
  const text = normalForm(written(body?.text ?? "").replace(/\r\n?/g, "\n"), "NFC").trim();
  return cutTo(longestStatement, text);
}

/** A text of at most so many UTF-16 code units, with an ellipsis where it was cut. */
export function cutTo(most: number, text: string): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}
