import "server-only";
import type { ReplyChannel } from "#lib/domain/reply.ts";
import type { Tx } from "#lib/server/db/client.ts";

const withParts = {
  askedBy: { select: { id: true, name: true } },
  attachments: { orderBy: { id: "asc" }, take: 50 },
} as const;

export async function replyRequestById(tx: Tx, deskId: string, id: string) {
  return await tx.replyRequest.findUnique({ where: { deskId_id: { deskId, id } } });
}

export type StoredReplyRequest = NonNullable<Awaited<ReturnType<typeof replyRequestById>>>;

/** The first 200 requests of a claim, in the order of asking. */
export async function replyRequestsOf(tx: Tx, deskId: string, claimId: string) {
  return await tx.replyRequest.findMany({
    where: { deskId, claimId },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: 200,
    include: withParts,
  });
}

export type RequestFields = {
  askedOf: string;
  contact: string;
  channel: ReplyChannel;
  text: string;
  askedAt: Date;
  deadline: Date | null;
};

type NewRequest = RequestFields & { deskId: string; id: string; claimId: string; askedById: string };

export async function insertReplyRequest(tx: Tx, request: NewRequest, now: Date): Promise<void> {
  await tx.replyRequest.create({ data: { ...request, updatedAt: now } });
}

type RequestChange = Partial<RequestFields> & {
  answer?: string;
  answeredAt?: Date;
  answeredById?: string;
  withdrawnAt?: Date;
  withdrawnReason?: string;
};

/** Compares and sets; whether the row was still at `rowVersion`. */
export async function saveReplyRequest(
  tx: Tx,
  key: { deskId: string; id: string; rowVersion: number },
  change: RequestChange & { updatedAt: Date },
): Promise<boolean> {
  const { count } = await tx.replyRequest.updateMany({
    where: { deskId: key.deskId, id: key.id, rowVersion: key.rowVersion },
    data: { ...change, rowVersion: { increment: 1 } },
  });
  return count === 1;
}

type NewAttachment = {
  deskId: string;
  id: string;
  requestId: string;
  sha256: string;
  fileName: string;
  mediaType: string;
  byteLength: number;
  addedById: string;
  addedAt: Date;
};

export async function insertAttachment(tx: Tx, attachment: NewAttachment): Promise<void> {
  await tx.replyAttachment.create({ data: attachment });
}

export async function attachmentById(tx: Tx, deskId: string, id: string) {
  return await tx.replyAttachment.findUnique({ where: { deskId_id: { deskId, id } } });
}

export async function attachmentCount(tx: Tx, deskId: string, requestId: string): Promise<number> {
  return await tx.replyAttachment.count({ where: { deskId, requestId } });
}

/** A request that waits for an answer, for the people of its claim to be reminded of. */
export type WaitingRequest = {
  readonly deskId: string;
  readonly id: string;
  readonly claimId: string;
  readonly askedById: string;
  readonly askedOf: string;
  readonly deadline: Date;
};

/** Requests of any desk that nobody answered and whose deadline comes before `until`, the earliest first, at most 500 after `after`. */
export async function waitingRequests(
  tx: Tx,
  { from, until, after }: { readonly from: Date; readonly until: Date; readonly after: string | null },
): Promise<WaitingRequest[]> {
  return await tx.$queryRaw<WaitingRequest[]>`
    SELECT r."deskId"::text, r.id::text, r."claimId"::text, r."askedById"::text, r."askedOf", r.deadline
    FROM "ReplyRequest" r JOIN "Claim" c ON c."deskId" = r."deskId" AND c.id = r."claimId"
    WHERE r."answeredAt" IS NULL AND r."withdrawnAt" IS NULL AND c.state <> 'withdrawn'
      AND r.deadline > ${from}::timestamptz AND r.deadline <= ${until}::timestamptz
      AND (${after}::uuid IS NULL OR r.id > ${after}::uuid)
    ORDER BY r.id LIMIT 500`;
}
