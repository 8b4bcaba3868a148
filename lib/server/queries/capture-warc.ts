import "server-only";
import { createHash } from "node:crypto";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { writeWarc } from "#lib/formats/warc/write-warc.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { type KeptFile, keptBytes } from "#lib/server/queries/capture-bytes.ts";
import { sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { captureAnswer, captureById } from "#lib/server/repositories/captures.ts";

/** A capture as a WARC file that other tools replay; only from the bytes that were kept. */
export async function captureWarc({ actor, blobs, db }: Context, captureId: string): Promise<Outcome<KeptFile>> {
  const loaded = permit(actor, "capture.read", await captureById(db, actor.deskId, captureId));
  if (!loaded.ok) return loaded;
  const row = loaded.value;
  const answer = await captureAnswer(db, actor.deskId, captureId);
  const source = await sourceRow(db, actor.deskId, row.sourceId);
  if (answer === null || source === null) return notFound();
  const fileName = `stet-${row.id}.warc`;
  const bytes = await keptBytes(blobs, row.sha256);
  const mediaType = "application/warc";
  if (typeof bytes === "string") return ok({ fileName, mediaType, sha256: row.sha256, bytes });
  const file = await writeWarc({ ...row, ...answer, bytes, sourceTitle: source.title });
  return ok({ fileName, mediaType, sha256: createHash("sha256").update(file).digest("hex"), bytes: file });
}
