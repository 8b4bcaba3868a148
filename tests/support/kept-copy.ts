import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Context } from "#lib/server/context.ts";

type Copy = { readonly sourceId: string; readonly text: string; readonly address?: string };

/** A kept copy with this text, of a source; its id. Its bytes lie nowhere. */
export async function keepCopy({ actor, db, now }: Context, { sourceId, text, address = "" }: Copy): Promise<string> {
  const id = uuidv7();
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const about = { mediaType: "text/plain", byteLength: bytes.length, obtainedBy: "uploaded", obtainedAt: now };
  const { deskId } = actor;
  await db.capture.create({ data: { deskId, id, sourceId, sha256, text, address, requested: address, ...about } });
  return id;
}
