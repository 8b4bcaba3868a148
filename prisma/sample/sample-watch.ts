import "server-only";
import { uuidv7 } from "uuidv7";
import { passagesNow } from "#lib/domain/passage-now.ts";
import { ok } from "#lib/domain/result.ts";
import { settleLook, watchWords } from "#lib/domain/watch.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import {
  evidenceOfWatch,
  insertOutcome,
  lockWatch,
  peopleOfClaims,
  type StoredWatch,
  savePassageState,
  saveWatch,
  watchesOfSources,
} from "#lib/server/repositories/watches.ts";
import { readCapture } from "#lib/server/use-cases/read-capture.ts";
import { done } from "#prisma/sample/cast.ts";
import { sampleCopies } from "#prisma/sample/copies.ts";
import { courierNow } from "#prisma/sample/copies-ferry.ts";

/** A look at the Courier's address, as a worker takes it, at words that are ours instead of what a site answers. */
export async function noticeTheChange(context: Context, sourceId: string): Promise<void> {
  const [watch] = await watchesOfSources(context.db, context.actor.deskId, [sourceId]);
  if (watch === undefined) throw new Error("Nobody watches the Courier of the sample.");
  const bytes = new TextEncoder().encode(courierNow);
  const mediaType = sampleCopies.courier?.contentType ?? "";
  const { text, textDigest } = await readCapture({ bytes, mediaType, address: watch.address, fileName: "" });
  const sha256 = sha256Hex(courierNow);
  done(await inTransaction(context.db, async (tx) => await keepLook(tx, context, { watch, text, textDigest, sha256 })));
}

type Found = {
  readonly watch: StoredWatch;
  readonly text: string;
  readonly textDigest: string;
  readonly sha256: string;
};

async function keepLook(tx: Tx, { now }: Context, { watch, text, textDigest, sha256 }: Found) {
  const { deskId, id: watchId, address } = watch;
  const look = { state: "passage-changed", isSure: true, movedTo: "", problem: "", pauseMs: 0 } as const;
  const { counts: _, ...settled } = settleLook(watch, look, { previous: null, now });
  const { state, problem } = look;
  const row = { deskId, id: uuidv7(), watchId, at: now, state, status: 200, address, sha256, textDigest, problem };
  await lockWatch(tx, { deskId, id: watchId });
  await insertOutcome(tx, { ...row, tookMs: 240 });
  await saveWatch(tx, watch, { ...settled, checkedAt: now });
  const evidence = await evidenceOfWatch(tx, watch);
  const passages = passagesNow(
    text,
    evidence.map(({ id, passage, prefix, suffix }) => ({ evidenceId: id, exact: passage, prefix, suffix })),
  );
  for (const { evidenceId, state: found, now: words } of passages) {
    await savePassageState(tx, { deskId, evidenceId, watchId, state: found, now: words, at: now });
  }
  const changed = evidence.filter(({ id }) =>
    passages.some((passage) => passage.evidenceId === id && passage.state === "changed"),
  );
  const people = await peopleOfClaims(tx, deskId, [...new Set(changed.map(({ claimId }) => claimId))]);
  const kind = "passage-changed" as const;
  const source = changed[0]?.sourceTitle ?? "";
  await tell(
    tx,
    people.map(({ claimId, memberId }) => {
      const key = `${kind}:${watchId}:${claimId}:${now.toISOString()}`;
      return { deskId, memberId, kind, key, claimId, details: { source }, at: now };
    }),
  );
  const details = { address, state: watchWords[state], before: watchWords[watch.state] };
  await appendAudits(
    tx,
    { deskId, actorId: null, now },
    changed.map(({ claimId, articleId }) => ({
      action: "watch.change",
      subjectId: watchId,
      details,
      claimId,
      articleId,
    })),
  );
  return ok(null);
}
