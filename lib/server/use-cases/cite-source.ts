import "server-only";
import { uuidv7 } from "uuidv7";
import { extrasOf } from "#lib/domain/csl.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { isSameWork } from "#lib/domain/same-source.ts";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { evidenceById } from "#lib/server/repositories/evidence.ts";
import { sharedOrigin } from "#lib/server/repositories/origins.ts";
import { candidatesFor } from "#lib/server/repositories/source-finding.ts";
import { insertSource, type StoredSource, shownSource, sourceById } from "#lib/server/repositories/sources.ts";

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

/** Cites the source that a checked request names or describes: one that the desk knows, or a new one in its library. */
export async function citeSource(tx: Tx, { actor, now }: Context, input: LinkEvidence): Promise<Citation> {
  const { deskId, memberId } = actor;
  const other = input.sameOriginAs === null ? null : await evidenceById(tx, deskId, input.sameOriginAs);
  // Evidence that shares an origin with itself alone has none.
  const isAlone = other?.id === input.id && other.originId === null;
  const originId = other === null || isAlone ? null : await sharedOrigin(tx, other, { memberId, now });
  const known =
    input.sourceId === null ? await sameSource(tx, deskId, input) : await shownSource(tx, deskId, input.sourceId);
  if (known !== null) return { sourceId: known.id, title: known.title || known.address, originId };

  const { title, publication, author, publishedOn, address, doi = "", isbn = "", interests = "" } = input;
  const id = uuidv7();
  const named = { kind: input.sourceKind, title: title || address, publication, author, publishedOn, address };
  const source = { ...named, doi, isbn, interests, csl: extrasOf({}) };
  await insertSource(tx, { ...source, deskId, id, createdById: memberId, now });
  await appendAudit(
    tx,
    { deskId, actorId: memberId, now },
    { action: "source.create", subjectId: id, details: { title: source.title, address } },
  );
  return { sourceId: id, title: source.title, originId };
}

/** The source that the desk has of the described work (`isSameWork`), the one that was made first; null for a new one. */
async function sameSource(tx: Tx, deskId: string, input: LinkEvidence): Promise<StoredSource | null> {
  const { title, publication, author, address, doi = "", isbn = "" } = input;
  const described = { title, publication, author, address, doi, isbn };
  const rows = await candidatesFor(tx, deskId, { described, by: "identifiers" });
  const [known] = rows.filter((row) => isSameWork(described, row)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return known === undefined ? null : await shownSource(tx, deskId, known.id);
}
