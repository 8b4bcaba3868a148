import "server-only";
import { z } from "zod";
import type { ComposedText } from "#lib/domain/text.ts";
import { type PlacedAnnotation, placeAnnotations } from "#lib/formats/annotations/place-annotations.ts";
import { placePassages } from "#lib/formats/annotations/place-passages.ts";
import { readAnnotationsFile } from "#lib/formats/annotations/read-annotations.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { draftAt, keepDraft } from "#lib/server/repositories/drafts.ts";

const offset = z.int().min(0);
const passage = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  span: z.object({ start: offset, end: offset }).nullable(),
  statement: z.string(),
  label: z.string(),
  claimant: z.string(),
  saidIn: z.string(),
  sources: z.array(z.object({ title: z.string(), address: z.string() })).readonly(),
  note: z.string(),
  kept: z.boolean(),
});
const unplaced = z.object({ label: z.string(), words: z.string() });

const upload = z.object({ articleId: z.string(), fileName: z.string() });
/** The file as text, read anew each time: it takes less room than what is read from it. */
const file = upload.extend({ source: z.string(), broughtIn: z.null() });
/** What the notes of a document or the rows of a sheet are about; spans are those of the version. */
const passages = upload.extend({
  source: z.null(),
  from: z.enum(["notes", "sheet"]),
  versionId: z.string().nullable(),
  passages: z.array(passage).readonly(),
  broughtIn: z.null(),
});
const done = upload.extend({
  source: z.null(),
  broughtIn: z.object({ claims: z.number(), toPlace: z.number() }),
  unplaced: z.array(unplaced).default([]),
});
const staged = z.union([file, passages, done]);

/** A file of annotations, a document's notes or a sheet's rows, to be looked at; it belongs to one person, like a draft. */
type WaitingAnnotations = z.output<typeof file> | z.output<typeof passages>;
/** The same after they came in. */
export type StagedAnnotations = WaitingAnnotations | z.output<typeof done>;

type Key = { readonly deskId: string; readonly memberId: string; readonly id: string };

const keyOf = ({ deskId, memberId, id }: Key) => ({ deskId, memberId, key: `annotations:${id}` });

export async function keepAnnotations(tx: Tx, key: Key, fields: StagedAnnotations, now: Date): Promise<void> {
  await keepDraft(tx, { ...keyOf(key), fields, now });
}

export async function stagedAnnotations(tx: Tx, key: Key): Promise<StagedAnnotations | null> {
  const row = await draftAt(tx, keyOf(key));
  return row === null ? null : staged.parse(row.fields);
}

/** The passages of what waits, and where a version has them. Some seconds of work for a hostile file. */
export function stagedPassages(
  waiting: WaitingAnnotations,
  version: ComposedText & { readonly id: string },
): PlacedAnnotation[] {
  const placed = placedIn(waiting, version);
  if (!placed.ok) throw new Error("A version is longer than any import may be.");
  return placed.value;
}

function placedIn(waiting: WaitingAnnotations, version: ComposedText & { readonly id: string }) {
  if (waiting.source === null) {
    const isSheet = waiting.from === "sheet";
    return placePassages(waiting.passages, version, { notedIn: waiting.versionId === version.id, mustStand: isSheet });
  }
  const read = readAnnotationsFile(new TextEncoder().encode(waiting.source));
  if (!read.ok) throw new Error("A staged file of annotations cannot be read any more.");
  return placeAnnotations(read.value, version);
}

/** SHA-256 of what came in, as the audit keeps it. */
export function stagedDigest(waiting: WaitingAnnotations): string {
  return sha256Hex(waiting.source ?? JSON.stringify(waiting.passages));
}
