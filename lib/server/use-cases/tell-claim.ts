import "server-only";
import type { NoticeKind } from "#lib/domain/notice.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { ownersOfVerdicts } from "#lib/server/repositories/claim-people.ts";
import { tell } from "#lib/server/repositories/notices.ts";

type Told = {
  readonly kind: Extract<NoticeKind, "assigned" | "returned" | "approved" | "improved" | "shared" | "second-ended">;
  readonly claimId: string;
  /** What happened, by id: told once of the same. */
  readonly subjectId: string;
  readonly members: readonly string[];
};

/** Tells members what somebody else did about a claim of theirs. */
export async function tellOfClaim(tx: Tx, { actor, now }: Context, { kind, claimId, subjectId, members }: Told) {
  const { deskId } = actor;
  const others = [...new Set(members)].filter((memberId) => memberId !== actor.memberId);
  await tell(
    tx,
    others.map((memberId) => ({
      deskId,
      memberId,
      kind,
      key: `${kind}:${subjectId}`,
      claimId,
      details: {},
      at: now,
    })),
  );
}

type Given = { readonly claimId: string; readonly rowVersion: number; readonly assigneeId: string };

/** Tells members what work of many claims is theirs now. `rowVersion` is each claim's before it was given. */
export async function tellOfWork(tx: Tx, { actor, now }: Context, given: readonly Given[]) {
  const { deskId } = actor;
  await tell(
    tx,
    given
      .filter(({ assigneeId }) => assigneeId !== actor.memberId)
      .map(({ claimId, rowVersion, assigneeId }) => ({
        deskId,
        memberId: assigneeId,
        kind: "assigned",
        key: `assigned:${claimId}:${rowVersion}`,
        claimId,
        details: {},
        at: now,
      })),
  );
}

/** Tells whoever gave a verdict, and whoever its claim is assigned to, that a new version made it stale. */
export async function tellOfStale(
  tx: Tx,
  { actor, now }: Context,
  { claimIds, versionId }: { readonly claimIds: readonly string[]; readonly versionId: string },
) {
  const { deskId } = actor;
  const owners = claimIds.length === 0 ? [] : await ownersOfVerdicts(tx, deskId, claimIds);
  await tell(
    tx,
    owners
      .filter(({ memberId }) => memberId !== actor.memberId)
      .map(({ claimId, memberId }) => ({
        deskId,
        memberId,
        kind: "stale",
        key: `stale:${claimId}:${versionId}`,
        claimId,
        details: {},
        at: now,
      })),
  );
}
