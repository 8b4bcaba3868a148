import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { permit } from "#lib/policy/permit.ts";
import type { UploadCapture } from "#lib/schemas/capture.ts";
import type { Context } from "#lib/server/context.ts";
import { sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { bound, type Captured } from "#lib/server/use-cases/capture-source.ts";
import { keepCapture, madeBefore } from "#lib/server/use-cases/keep-capture.ts";

/**
 * Keeps a file that somebody has as a copy of a source: a PDF, a picture, a transcript, a saved page. Files of every
 * kind are kept; those that can be read as a text can be quoted.
 */
export async function uploadCapture(context: Context, input: UploadCapture): Promise<Outcome<Captured>> {
  const { actor, db } = context;
  const source = permit(actor, "capture.make", await sourceRow(db, actor.deskId, input.sourceId));
  if (!source.ok) return source;
  const before = await madeBefore(db, actor.deskId, input);
  if (before !== null) return before.ok ? await bound(context, input) : before;
  const { bytes, contentType: mediaType } = input;
  const fileName = cleanName(input.fileName);
  const nowhere = { requested: "", address: "", status: null, headers: [], redirects: [] };
  const kept = await keepCapture(context, input, { ...nowhere, bytes, mediaType, fileName, obtainedBy: "uploaded" });
  return kept.ok ? await bound(context, input) : kept;
}

/** A file's name as text that can be kept: whole characters, no controls, and none that turn the order of letters. */
function cleanName(name: string): string {
  return name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")
    .slice(0, 200)
    .toWellFormed();
}
