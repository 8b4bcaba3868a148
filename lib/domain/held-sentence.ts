import type { HeldEdition } from "#lib/domain/publication.ts";

/** Says why an edition is held back; at most ten claims are named. */
export function heldSentence({ number, claims }: HeldEdition): string {
  const named = claims.slice(0, 10).join(", ");
  const more = claims.length > 10 ? ` and ${claims.length - 10} more` : "";
  const of = claims.length === 1 ? `a source of claim ${named}` : `sources of claims ${named}${more}`;
  const are = claims.length === 1 ? "is" : "are";
  return `Edition ${number} is held back: it names ${of} that ${are} confidential now.`;
}
