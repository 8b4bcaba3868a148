import "server-only";
import { createHash } from "node:crypto";
import type { CaptureWay } from "#lib/domain/capture-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { searchParts } from "#lib/domain/full-text.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import type { Header, Redirect } from "#lib/server/outside/guarded-fetch.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertSearchParts } from "#lib/server/repositories/capture-search.ts";
import {
  giveAddress,
  lockSource,
  sourceFamily,
  sourceRow,
  watchCaptured,
} from "#lib/server/repositories/captured-sources.ts";
import { captureById, insertCapture, sameCaptureSince } from "#lib/server/repositories/captures.ts";
import { isConfidential } from "#lib/server/repositories/confidential-sources.ts";
import { keepBytes } from "#lib/server/use-cases/keep-bytes.ts";
import { type CaptureReading, readCapture } from "#lib/server/use-cases/read-capture.ts";

/** A copy before it is kept. `requested` is the address asked for, `address` the one that answered, "" for a file. */
export type Obtained = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  readonly requested: string;
  readonly address: string;
  readonly status: number | null;
  readonly headers: readonly Header[];
  readonly redirects: readonly Redirect[];
  readonly obtainedBy: CaptureWay;
};

type Key = { readonly id: string; readonly sourceId: string };

/** The capture that an id names already, when it is of the same source; null when there is none yet. */
export async function madeBefore(
  tx: Tx,
  deskId: string,
  { id, sourceId }: Key,
): Promise<Outcome<{ id: string }> | null> {
  const known = await captureById(tx, deskId, id);
  if (known === null) return null;
  const source = await sourceRow(tx, deskId, sourceId);
  const ids = source === null ? [] : (await sourceFamily(tx, source)).ids;
  return ids.includes(known.sourceId) ? ok({ id }) : notFound();
}

/**
 * Keeps a copy of a source: first its bytes, so that they are on the disk before anything says so, then what it says,
 * findable by words. Asks for what is made beside it, and watches its address. The same id makes one capture; so do two
 * who ask for the same address at the same time and get the same bytes. The id is that of the capture there is then.
 */
export async function keepCapture(context: Context, key: Key, obtained: Obtained): Promise<Outcome<{ id: string }>> {
  const [kept, read] = await Promise.all([keepBytes(context.blobs, obtained.bytes), prepared(obtained)]);
  return kept.ok ? await store(context, { ...key, sha256: kept.value, obtained, ...read }) : kept;
}

async function prepared(obtained: Obtained) {
  const read = await readCapture(obtained);
  return { read, parts: searchParts(read.text, read.blocks) };
}

type Kept = Key & {
  readonly sha256: string;
  readonly obtained: Obtained;
  readonly read: CaptureReading;
  readonly parts: ReturnType<typeof searchParts>;
};

/** A person and a job who keep a copy within this time of each other mean the same one. */
const sameTimeMs = 60_000;

function store(context: Context, { id, sourceId, sha256, obtained, read, parts }: Kept): Promise<Outcome<Key>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  return inTransaction(db, async (tx) => {
    const loaded = permit(actor, "capture.make", await sourceRow(tx, deskId, sourceId));
    if (!loaded.ok) return loaded;
    const source = loaded.value;
    const { headId, ids } = await sourceFamily(tx, source);
    await lockSource(tx, deskId, headId);
    const family = { deskId, sourceId: headId, sourceIds: ids };
    const again = await madeBefore(tx, deskId, { id, sourceId });
    if (again !== null) return again.ok ? ok({ id, sourceId }) : again;

    const { bytes, requested, ...how } = obtained;
    const since = new Date(now.getTime() - sameTimeMs);
    const other =
      requested === "" ? null : await sameCaptureSince(tx, deskId, { sourceIds: ids, requested, sha256, since });
    if (requested !== "" && source.address === "") await giveAddress(tx, source, { address: requested, now });
    if (other !== null) {
      await watch(tx, { ...family, captureId: other, address: requested }, now);
      return ok({ id: other, sourceId });
    }
    const title = read.title || obtained.fileName;
    const row = {
      ...how,
      ...read,
      title,
      requested,
      deskId,
      id,
      sourceId: headId,
      sha256,
      byteLength: bytes.byteLength,
    };
    await insertCapture(tx, { ...row, obtainedAt: now, obtainedById: memberId });
    await insertSearchParts(tx, { deskId, id }, parts);
    if (requested !== "") await watch(tx, { ...family, captureId: id, address: requested }, now);
    await enqueue(tx, "capture-assets", { deskId, captureId: id }, { key: id });
    const details = { title: source.title || source.address, address: requested, file: obtained.fileName, sha256 };
    await appendAudit(tx, { deskId, actorId: memberId, now }, { action: "capture.make", subjectId: id, details });
    return ok({ id, sourceId });
  });
}

type Watched = { deskId: string; sourceId: string; sourceIds: string[]; captureId: string; address: string };

async function watch(tx: Tx, watched: Watched, now: Date): Promise<void> {
  const { host } = new URL(watched.address);
  const { deskId, sourceIds, ...one } = watched;
  // A look leaves a trace with whoever owns the page: whether that is wanted, a person decides.
  const stopped = await isConfidential(tx, { deskId, sourceIds });
  await watchCaptured(tx, { ...one, deskId, host, now, nextAt: firstLookAt(one.address, now), stopped });
}

const hour = 3_600_000;

/** A day from now, give or take four hours by the address, so that not all of a desk's looks fall together. */
function firstLookAt(address: string, now: Date): Date {
  const share = createHash("sha256").update(address).digest().readUInt32BE() / 2 ** 32;
  return new Date(now.getTime() + (20 + share * 8) * hour);
}
