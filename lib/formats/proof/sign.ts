import type { KeyObject } from "node:crypto";
import { type EditionDocument, type SignedEdition, signedWords } from "#lib/domain/edition.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { privateKeyOf, publicHalf, signBytes } from "#lib/formats/proof/ed25519.ts";

/** A key that signs: its id, and the private half as a key or as its seed of 32 bytes. */
export type PrivateSigningKey = { readonly keyId: string; readonly privateKey: KeyObject | Uint8Array };

/** Signs an edition: SHA-256 of its RFC 8785 form, and Ed25519 over `signedWords` of that. Throws on a lone surrogate. */
export function sign(edition: EditionDocument, { keyId, privateKey }: PrivateSigningKey): SignedEdition {
  const key = privateKey instanceof Uint8Array ? privateKeyOf(privateKey) : privateKey;
  const digest = sha256Hex(canonicalJson(edition));
  const signature = signBytes(Buffer.from(signedWords(digest), "utf8"), key);
  return { edition, proof: { algorithm: "Ed25519", keyId, publicKey: publicHalf(key), digest, signature } };
}
