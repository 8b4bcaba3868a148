import "server-only";
import type { NoticeKind } from "#lib/domain/notice.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { peopleOfClaim } from "#lib/server/repositories/claim-people.ts";
import { tell } from "#lib/server/repositories/notices.ts";

type Request = {
  readonly deskId: string;
  readonly id: string;
  readonly claimId: string;
  readonly askedById: string;
  readonly askedOf: string;
  readonly deadline: Date | null;
};

type Telling = {
  readonly kind: Extract<NoticeKind, "reply-due" | "reply-overdue" | "reply-late">;
  readonly request: Request;
  /** Who did it, and need not be told. */
  readonly except: string | null;
};

/** Tells a claim's people, and whoever asked, how a request for a reply stands; once for each deadline. */
export async function tellOfReply(tx: Tx, { kind, request, except }: Telling, now: Date): Promise<void> {
  const { deskId, claimId, askedById, askedOf, deadline } = request;
  const people = await peopleOfClaim(tx, { deskId, claimId, also: askedById });
  const key = `${kind}:${request.id}:${deadline?.toISOString() ?? ""}`;
  const notices = people
    .filter((memberId) => memberId !== except)
    .map((memberId) => ({ deskId, memberId, kind, key, claimId, details: { askedOf }, at: now }));
  await tell(tx, notices);
}
