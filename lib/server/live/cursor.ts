import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Where a stream stands in the desk's record, for one member, sealed. */
export type CursorKey = Buffer;
type Whose = { readonly deskId: string; readonly memberId: string };

const ivBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";

/** The key of the cursors, made from the installation's secret, so that each of its processes reads the others'. */
export function cursorKey(secret: string): CursorKey {
  return createHash("sha256").update(`stet live cursor\n${secret}`).digest();
}

/**
 * A place in the record as text that tells nothing: the numbers of the record would tell, by their gaps, of changes that
 * are hidden from the reader. AES-256-GCM, bound to the member; two cursors of one place look different.
 */
export function sealCursor(key: CursorKey, whose: Whose, seq: bigint): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(about(whose));
  const plain = Buffer.alloc(8);
  plain.writeBigUInt64BE(seq);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** The place that a cursor names; null when it is no cursor of this member, or of another secret. */
export function openCursor(key: CursorKey, whose: Whose, text: string): bigint | null {
  const bytes = Buffer.from(text.slice(0, 100), "base64url");
  if (bytes.length !== ivBytes + 8 + tagBytes) return null;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    .setAAD(about(whose))
    .setAuthTag(bytes.subarray(ivBytes + 8));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, ivBytes + 8)), decipher.final()]).readBigUInt64BE();
  } catch {
    // The tag does not fit: somebody else's, or made up.
    return null;
  }
}

function about({ deskId, memberId }: Whose): Buffer {
  return Buffer.from(`${deskId} ${memberId}`);
}
