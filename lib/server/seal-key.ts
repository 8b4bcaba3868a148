import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Which row of which desk a sealed key is: it opens nowhere else. */
type Place = { readonly deskId: string; readonly id: string };

const cipher = "aes-256-gcm";

/** Seals a seed of 32 bytes: a nonce, the tag and the words (AES-256-GCM; its key by HKDF-SHA-256, RFC 5869), base64url. */
export function sealKey(seed: Uint8Array, place: Place, secret: string): string {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, keyFor(place, secret), nonce).setAAD(nameOf(place));
  const words = Buffer.concat([sealing.update(seed), sealing.final()]);
  return Buffer.concat([nonce, sealing.getAuthTag(), words]).toString("base64url");
}

/** The seed again; null where it was sealed with another secret, for another row, or is damaged. */
export function openKey(sealed: string, place: Place, secret: string): Buffer | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.byteLength !== 12 + 16 + 32) return null;
  const opening = createDecipheriv(cipher, keyFor(place, secret), bytes.subarray(0, 12), { authTagLength: 16 });
  opening.setAAD(nameOf(place)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]);
  } catch {
    return null; // The tag does not fit, and nothing says more than that.
  }
}

function keyFor(place: Place, secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, nameOf(place), "stet signing key 1", 32));
}

function nameOf({ deskId, id }: Place): Buffer {
  return Buffer.from(`${deskId}/${id}`, "utf8");
}
