import "server-only";
import { uuidv7 } from "uuidv7";
import type { NamedSource, PassageDetails } from "#lib/domain/annotation.ts";
import { type BroughtEvidence, broughtEvidence } from "#lib/domain/annotation-details.ts";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Tx } from "#lib/server/db/client.ts";

type DetailedClaim = { readonly id: string; readonly details: PassageDetails };

type Made = {
  readonly deskId: string;
  readonly articleId: string;
  readonly memberId: string;
  /** What the file is called, for notes that no source goes with. */
  readonly file: string;
  readonly now: Date;
};

/** So that one statement stays below the number of values that Postgres takes. */
const rowsAtOnce = 1000;

/**
 * Writes what claims made in this transaction bring with them: claimant, place, and evidence on sources that the desk has
 * by their address or that are new. All of it is context of which nothing is checked. Answers with the audit's entries.
 */
export async function insertDetails(tx: Tx, claims: readonly DetailedClaim[], made: Made): Promise<AuditEvent[]> {
  const { deskId, articleId, memberId, now } = made;
  const items = claims.flatMap(({ id, details }) =>
    broughtEvidence(details).map((item, position) => ({ ...item, claimId: id, position, id: uuidv7() })),
  );
  await writeFacts(tx, deskId, claims, new Set(items.map(({ claimId }) => claimId)));
  if (items.length === 0) return [];
  const { idOf, events } = await citeSources(tx, items, made);
  const accessedOn = now.toISOString().slice(0, 10);
  const who = { linkedById: memberId, editedById: memberId, createdAt: now, updatedAt: now };
  const rows = items.map(({ source, ...row }) => {
    const fields = { sourceId: idOf(source), stance: "context", kind: "secondary", locator: "", accessedOn } as const;
    return { deskId, ...row, ...fields, ...who };
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.evidence.createMany({ data: rows.slice(from, from + rowsAtOnce) });
  }
  const linked = items.map(({ id, claimId, source, passage }): AuditEvent => {
    const title = source === null ? made.file : source.title || source.address;
    const details = { source: title, stance: "context", kind: "secondary", passage };
    return { action: "evidence.link", subjectId: id, articleId, claimId, details };
  });
  return [...events, ...linked];
}

/** Nobody has read these claims yet, so their versions stay. Evidence takes a claim out of `open`. */
async function writeFacts(
  tx: Tx,
  deskId: string,
  claims: readonly DetailedClaim[],
  evident: ReadonlySet<string>,
): Promise<void> {
  const told = claims.filter(({ id, details }) => details.claimant !== "" || details.saidIn !== "" || evident.has(id));
  if (told.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Claim" c SET claimant = d.claimant, "saidIn" = d.place,
      state = CASE WHEN d.evident AND c.state = 'open' THEN 'progress' ELSE c.state END
    FROM unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ details }) => details.claimant)}::text[],
      ${told.map(({ details }) => details.saidIn)}::text[], ${told.map(({ id }) => evident.has(id))}::boolean[])
      AS d(id, claimant, place, evident)
    WHERE c."deskId" = ${deskId}::uuid AND c.id = d.id`;
}

type Cited = { readonly idOf: (source: NamedSource | null) => string; readonly events: readonly AuditEvent[] };

/** A source for each that is named: the desk's own where it has the address, else a new one for all who name the same. */
async function citeSources(
  tx: Tx,
  items: readonly BroughtEvidence[],
  { deskId, memberId, file, now }: Made,
): Promise<Cited> {
  const nameOf = (source: NamedSource | null) => source ?? { title: file, address: "" };
  const keyOf = ({ title, address }: NamedSource) => (address === "" ? `t ${title}` : `a ${address}`);
  const named = new Map(items.map(({ source }) => [keyOf(nameOf(source)), nameOf(source)]));
  const addresses = [...named.values()].flatMap(({ address }) => (address === "" ? [] : [address]));
  const ids = new Map<string, string>();
  for (let from = 0; from < addresses.length; from += rowsAtOnce) {
    const known = await tx.source.findMany({
      where: { deskId, address: { in: addresses.slice(from, from + rowsAtOnce) } },
      orderBy: { updatedAt: "asc" },
      select: { id: true, address: true },
    });
    for (const { id, address } of known) ids.set(`a ${address}`, id);
  }
  const fresh = [...named].filter(([key]) => !ids.has(key)).map(([key, source]) => ({ key, source, id: uuidv7() }));
  const rows = fresh.map(({ id, source: { title, address } }) => {
    const kind = address === "" ? ("document" as const) : ("publication" as const);
    return {
      deskId,
      id,
      kind,
      title: title || address,
      address,
      createdById: memberId,
      createdAt: now,
      updatedAt: now,
    };
  });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.source.createMany({ data: rows.slice(from, from + rowsAtOnce) });
  }
  for (const { key, id } of fresh) ids.set(key, id);
  const events = rows.map(({ id, title, address }): AuditEvent => {
    return { action: "source.create", subjectId: id, details: { title, address } };
  });
  const idOf = (source: NamedSource | null) => {
    const id = ids.get(keyOf(nameOf(source)));
    if (id === undefined) throw new Error("A source that is cited was not made.");
    return id;
  };
  return { idOf, events };
}
