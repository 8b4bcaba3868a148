import "server-only";
import type { NoticeKind } from "#lib/domain/notice.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { ownersOfVerdicts } from "#lib/server/repositories/claim-people.ts";
import { tell } from "#lib/server/repositories/notices.ts";

type Row = {
  readonly kind: NoticeKind;
  readonly memberId: string;
  readonly claimId: string;
  /** What happened, by ids: told once of the same. */
  readonly about: string;
};

async function tellOthers(tx: Tx, { actor, now }: Context, rows: readonly Row[]) {
  const { deskId } = actor;
  const others = rows.filter(({ memberId }) => memberId !== actor.memberId);
  await tell(
    tx,
    others.map(({ about, ...row }) => ({ ...row, deskId, key: `${row.kind}:${about}`, details: {}, at: now })),
  );
}

type Told = {
  readonly kind: Extract<
    NoticeKind,
    "assigned" | "returned" | "approved" | "improved" | "shared" | "second-asked" | "second-given" | "second-ended"
  >;
  readonly claimId: string;
  /** What happened, by id: told once of the same. */
  readonly subjectId: string;
  readonly members: readonly string[];
};

/** Tells members what somebody else did about a claim of theirs. */
export async function tellOfClaim(tx: Tx, context: Context, { kind, claimId, subjectId, members }: Told) {
  const rows = [...new Set(members)].map((memberId) => ({ kind, memberId, claimId, about: subjectId }));
  await tellOthers(tx, context, rows);
}

type Given = { readonly claimId: string; readonly rowVersion: number; readonly assigneeId: string };

/** Tells members what work of many claims is theirs now. `rowVersion` is each claim's before it was given. */
export async function tellOfWork(tx: Tx, context: Context, given: readonly Given[]) {
  const rows = given.map(({ claimId, rowVersion, assigneeId }) => {
    return { kind: "assigned", memberId: assigneeId, claimId, about: `${claimId}:${rowVersion}` } as const;
  });
  await tellOthers(tx, context, rows);
}

/** Tells whoever gave a verdict, and whoever its claim is assigned to, that a new version made it stale. */
export async function tellOfStale(
  tx: Tx,
  context: Context,
  { claimIds, versionId }: { readonly claimIds: readonly string[]; readonly versionId: string },
) {
  const owners = claimIds.length === 0 ? [] : await ownersOfVerdicts(tx, context.actor.deskId, claimIds);
  const rows = owners.map(({ claimId, memberId }) => {
    return { kind: "stale", memberId, claimId, about: `${claimId}:${versionId}` } as const;
  });
  await tellOthers(tx, context, rows);
}
