import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** The DER (RFC 8410) that stands before the 32 bytes of a private and of a public Ed25519 key. */
const privateHead = Buffer.from("302e020100300506032b657004220420", "hex");
const publicHead = Buffer.from("302a300506032b6570032100", "hex");

/** The private key (RFC 8032) that a seed of 32 bytes stands for. Throws on another length. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.byteLength !== 32) throw new TypeError("An Ed25519 seed has 32 bytes");
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: "der", type: "pkcs8" });
}

/** The public half of a private key: 32 bytes, base64url without padding. */
export function publicHalf(key: KeyObject): string {
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32).toString("base64url");
}

/** An Ed25519 signature of 64 bytes, base64url without padding; the same words and key give the same signature. */
export function signBytes(words: Uint8Array, key: KeyObject): string {
  return sign(null, words, key).toString("base64url");
}

/** Whether a signature is that of the public key over these bytes. False for a key that is none. */
export function isSignedBy(publicKey: string, words: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(publicKey, "base64url");
  if (bytes.byteLength !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: "der", type: "spki" });
  return verify(null, words, key, Buffer.from(signature, "base64url"));
}
