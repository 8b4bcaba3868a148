import { type SignedEdition, signedWords } from "#lib/domain/edition.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import { checkEdition, type Reckoned } from "#lib/formats/proof/check-edition.ts";
import type { Trust } from "#lib/formats/proof/check-key.ts";
import { isSignedBy } from "#lib/formats/proof/ed25519.ts";
import type { Finding } from "#lib/formats/proof/finding.ts";
import type { ReadProof } from "#lib/formats/proof/read-signed.ts";

/** Checks an edition where Node runs. Where nothing vouches for it, nobody knows whose the key is. */
export function verifyEdition(signed: SignedEdition, trust: Trust = {}): Finding[] {
  const proof = { signed, canonical: canonicalJson(signed.edition), isCanonical: true };
  return checkEdition(proof, reckon(proof), trust);
}

/** The digest and the signature of an edition by node:crypto. */
export function reckon({ signed: { proof }, canonical }: Pick<ReadProof, "signed" | "canonical">): Reckoned {
  const digest = sha256Hex(canonical);
  const words = Buffer.from(signedWords(proof.digest), "utf8");
  return { digest, isSigned: isSignedBy(proof.publicKey, words, proof.signature) };
}
