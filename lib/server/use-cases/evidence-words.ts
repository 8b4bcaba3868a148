import "server-only";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";

/** What a request says of evidence itself; how a source is named outside counts only where it is confidential. */
export function evidenceWords(input: LinkEvidence) {
  const { stance, kind, passage, locator, note, accessedOn, confidential = false, publicAs = "" } = input;
  const outside = confidential ? publicAs : "";
  const { calculation = "" } = input;
  return { stance, kind, passage, locator, note, accessedOn, confidential, publicAs: outside, calculation };
}

const words = ["stance", "kind", "passage", "locator", "note", "accessedOn", "publicAs", "calculation"] as const;
type Words = Readonly<Record<(typeof words)[number], string>> & { readonly confidential: boolean };

/** Whether a stored piece of evidence says what a request says. */
export function saysTheSame(stored: Words, input: LinkEvidence): boolean {
  const asked = evidenceWords(input);
  return stored.confidential === asked.confidential && words.every((name) => stored[name] === asked[name]);
}

/** The words of stored evidence as a conflict shows them beside the loser's. */
export function standingWords(stored: Words & { readonly rowVersion: number }): Readonly<Record<string, string>> {
  const shown = Object.fromEntries(words.map((name) => [name, stored[name]]));
  return { ...shown, confidential: stored.confidential ? "on" : "", rowVersion: String(stored.rowVersion) };
}
