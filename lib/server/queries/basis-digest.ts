import "server-only";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { presentBasis } from "#lib/server/repositories/basis.ts";

/** The digest of what a verdict on a claim would rest on now: SHA-256 of the basis's RFC 8785 form. */
export function basisDigestOf(parts: Parameters<typeof presentBasis>[0]): string {
  return sha256Hex(canonicalJson(presentBasis(parts)));
}
