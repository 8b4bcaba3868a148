import { signedWords } from "#lib/domain/edition.ts";
import { bytesOfBase64url } from "#lib/formats/proof/base64url.ts";
import type { Reckoned } from "#lib/formats/proof/check-edition.ts";
import type { ReadProof } from "#lib/formats/proof/read-signed.ts";

/** The digest and the signature of an edition by Web Cryptography, in a browser. Throws where it lacks Ed25519. */
export async function webReckon({ signed, canonical }: Pick<ReadProof, "signed" | "canonical">): Promise<Reckoned> {
  const { subtle } = globalThis.crypto;
  const { proof } = signed;
  const sum = await subtle.digest("SHA-256", new TextEncoder().encode(canonical));
  const key = await subtle.importKey("raw", bytesOfBase64url(proof.publicKey), "Ed25519", false, ["verify"]);
  const words = new TextEncoder().encode(signedWords(proof.digest));
  const isSigned = await subtle.verify("Ed25519", key, bytesOfBase64url(proof.signature), words);
  return { digest: hexOf(new Uint8Array(sum)), isSigned };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
