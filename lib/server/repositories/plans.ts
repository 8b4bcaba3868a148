import "server-only";
import { type ClaimState, openStates, type Priority } from "#lib/domain/claim.ts";
import type { Tx } from "#lib/server/db/client.ts";

/**
 * Those of these members who can be given work, by id. They stay so until the transaction ends: whoever removes one of
 * them meanwhile waits, and then finds the work that was given.
 */
export async function lockAssignees(
  tx: Tx,
  deskId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "Member"
    WHERE "deskId" = ${deskId}::uuid AND id = ANY(${[...ids]}::uuid[]) AND "leftAt" IS NULL AND role <> 'viewer'
    ORDER BY id FOR SHARE`;
  return new Map(rows.map((row) => [row.id, row.name]));
}

export type Plan = {
  readonly id: string;
  readonly assigneeId: string | null;
  readonly dueAt: Date | null;
  readonly priority: Priority;
  readonly state: ClaimState;
};

/** Saves the assignments of locked claims, in one statement. */
export async function savePlans(tx: Tx, deskId: string, plans: readonly Plan[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Claim" c SET "assigneeId" = p."assigneeId", "dueAt" = p."dueAt", priority = p.priority::"Priority",
      state = p.state::"ClaimState", "rowVersion" = c."rowVersion" + 1, "planVersion" = c."rowVersion" + 1,
      "updatedAt" = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(plans)}::jsonb)
      AS p(id uuid, "assigneeId" uuid, "dueAt" timestamptz, priority text, state text)
    WHERE c."deskId" = ${deskId}::uuid AND c.id = p.id`;
}

type OpenClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly dueAt: Date | null;
  readonly priority: Priority;
  readonly rowVersion: number;
};

/**
 * The claims that a member has and that are not decided, held until the transaction ends. Those of `blind` count as not
 * decided: whoever hands them over must not learn from what is left behind.
 */
export async function lockOpenWork(
  tx: Tx,
  deskId: string,
  { memberId, blind }: { readonly memberId: string; readonly blind: ReadonlySet<string> },
): Promise<OpenClaim[]> {
  return await tx.$queryRaw<OpenClaim[]>`
    SELECT id, "articleId", "dueAt", priority::text AS priority, "rowVersion" FROM "Claim"
    WHERE "deskId" = ${deskId}::uuid AND "assigneeId" = ${memberId}::uuid
      AND (state = ANY(${[...openStates]}::"ClaimState"[]) OR (state <> 'withdrawn' AND id = ANY(${[...blind]}::uuid[])))
    ORDER BY id FOR UPDATE`;
}

/** Gives locked claims to somebody else, or to nobody, in one statement. */
export async function giveWork(
  tx: Tx,
  deskId: string,
  { ids, assigneeId }: { ids: readonly string[]; assigneeId: string | null },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Claim" SET "assigneeId" = ${assigneeId}::uuid, "rowVersion" = "rowVersion" + 1, "planVersion" = "rowVersion" + 1,
      "updatedAt" = ${now}::timestamptz
    WHERE "deskId" = ${deskId}::uuid AND id = ANY(${[...ids]}::uuid[])`;
}

/** How much open work each member has, by id; who has none is not in it. What the reader is blind for is open. */
export async function openWorkCounts(
  tx: Tx,
  deskId: string,
  blind: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.claim.groupBy({
    by: ["assigneeId"],
    where: {
      deskId,
      assigneeId: { not: null },
      OR: [{ state: { in: [...openStates] } }, { id: { in: [...blind] }, state: { not: "withdrawn" } }],
    },
    _count: true,
  });
  return new Map(rows.flatMap((row) => (row.assigneeId === null ? [] : [[row.assigneeId, row._count] as const])));
}
