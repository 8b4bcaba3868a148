import type { SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";

/** The signed edition in canonical form (RFC 8785) and a line feed. Throws on a lone surrogate. */
export function editionToJson(signed: SignedEdition): string {
  return `${canonicalJson(signed)}\n`;
}
