import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { evidenceById, sharedOrigin } from "#lib/server/repositories/evidence.ts";
import { insertSource, sourceById } from "#lib/server/repositories/sources.ts";

type Citation = { readonly sourceId: string; readonly title: string; readonly originId: string | null };

/** Whether the source and the other evidence that a citation names are there, before anything is written. */
export async function checkCitation(tx: Tx, { actor }: Context, input: LinkEvidence): Promise<Outcome<null>> {
  const { sourceId, sameOriginAs, claimId } = input;
  if (sourceId !== null && (await sourceById(tx, actor.deskId, sourceId)) === null) return refused("source-unknown");
  if (sameOriginAs === null) return ok(null);
  const other = await evidenceById(tx, actor.deskId, sameOriginAs);
  return other !== null && other.claimId === claimId && other.removedAt === null
    ? ok(null)
    : refused("evidence-removed");
}

/** Cites the source that a checked request names or describes; a new source joins the desk's library. */
export async function citeSource(tx: Tx, { actor, now }: Context, input: LinkEvidence): Promise<Citation> {
  const { deskId, memberId } = actor;
  const other = input.sameOriginAs === null ? null : await evidenceById(tx, deskId, input.sameOriginAs);
  const originId = other === null ? null : await sharedOrigin(tx, other, { memberId, now });
  const known = input.sourceId === null ? null : await sourceById(tx, deskId, input.sourceId);
  if (known !== null) return { sourceId: known.id, title: known.title || known.address, originId };

  const { title, publication, author, publishedOn, address } = input;
  const id = uuidv7();
  const source = { kind: input.sourceKind, title: title || address, publication, author, publishedOn, address };
  await insertSource(tx, { ...source, deskId, id, createdById: memberId, now });
  await appendAudit(
    tx,
    { deskId, actorId: memberId, now },
    { action: "source.create", subjectId: id, details: { title: source.title, address } },
  );
  return { sourceId: id, title: source.title, originId };
}
