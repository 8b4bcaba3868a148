import "server-only";
import { z } from "zod";
import type { ComposedText } from "#lib/domain/text.ts";
import { type PlacedAnnotation, placeAnnotations } from "#lib/formats/annotations/place-annotations.ts";
import { readAnnotationsFile } from "#lib/formats/annotations/read-annotations.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { draftAt, keepDraft } from "#lib/server/repositories/drafts.ts";

const upload = z.object({ articleId: z.string(), fileName: z.string() });
const staged = z.union([
  /** The file as text, read anew each time: it takes less room than what is read from it. */
  upload.extend({ source: z.string(), broughtIn: z.null() }),
  upload.extend({ source: z.null(), broughtIn: z.object({ claims: z.number(), toPlace: z.number() }) }),
]);

/** A file of annotations, before and after its passages came in. It belongs to whoever uploaded it, like a draft. */
export type StagedAnnotations = z.output<typeof staged>;

type Key = { readonly deskId: string; readonly memberId: string; readonly id: string };

const keyOf = ({ deskId, memberId, id }: Key) => ({ deskId, memberId, key: `annotations:${id}` });

export async function keepAnnotations(tx: Tx, key: Key, fields: StagedAnnotations, now: Date): Promise<void> {
  await keepDraft(tx, { ...keyOf(key), fields, now });
}

export async function stagedAnnotations(tx: Tx, key: Key): Promise<StagedAnnotations | null> {
  const row = await draftAt(tx, keyOf(key));
  return row === null ? null : staged.parse(row.fields);
}

/** The passages of a staged file, and where a version has them. Some seconds of work for a hostile file. */
export function stagedPassages(source: string, version: ComposedText): PlacedAnnotation[] {
  const read = readAnnotationsFile(new TextEncoder().encode(source));
  if (!read.ok) throw new Error("A staged file of annotations cannot be read any more.");
  const placed = placeAnnotations(read.value, version);
  if (!placed.ok) throw new Error("A version is longer than any import may be.");
  return placed.value;
}
