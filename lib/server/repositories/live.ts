import "server-only";
import { blindActions } from "#lib/domain/blind.ts";
import type { Role } from "#lib/domain/role.ts";
import { sessionLimits } from "#lib/domain/session.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** An entry of the record without its words. */
export type LiveEntry = {
  readonly seq: bigint;
  readonly action: string;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly actorId: string | null;
};

type Stretch = {
  readonly after: bigint;
  /** The last one wanted; all that there are when undefined. */
  readonly until?: bigint;
  readonly take: number;
  /** The claims of which only what is open to the blind is wanted. */
  readonly blind?: ReadonlySet<string>;
};

/** Entries of a desk in order. Entries become visible in the order of their numbers, without gaps. */
export async function liveEntries(
  tx: Tx,
  deskId: string,
  { after, until, take, blind = new Set() }: Stretch,
): Promise<LiveEntry[]> {
  const hidden = { claimId: { in: [...blind] }, action: { notIn: [...blindActions] } };
  return await tx.auditEntry.findMany({
    where: {
      deskId,
      seq: { gt: after, ...(until === undefined ? {} : { lte: until }) },
      // A row without a claim is no row "not in": SQL answers neither yes nor no.
      ...(blind.size === 0 ? {} : { OR: [{ claimId: null }, { NOT: hidden }] }),
    },
    orderBy: { seq: "asc" },
    take,
    select: { seq: true, action: true, articleId: true, claimId: true, actorId: true },
  });
}

export type Standing = {
  readonly sessionId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
};

/**
 * Those of these sessions that are live, with the member they are on this desk: not revoked, expired or idle, the person
 * not disabled, the member neither gone nor from outside. By the database's clock, which all processes share.
 */
export async function standingOf(tx: Tx, deskId: string, sessionIds: readonly string[]): Promise<Standing[]> {
  return await tx.$queryRaw<Standing[]>`
    SELECT s.id AS "sessionId", m.id AS "memberId", m."userId", m.name, m.role::text AS role
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    JOIN "Member" m ON m."deskId" = ${deskId}::uuid AND m."userId" = s."userId" AND m."leftAt" IS NULL AND NOT m.outside
    WHERE s.id = ANY(${[...sessionIds]}::uuid[]) AND s."revokedAt" IS NULL AND s."expiresAt" > clock_timestamp()
      AND s."lastSeenAt" > clock_timestamp() - ${sessionLimits.idleMs}::int * interval '1 millisecond'`;
}
