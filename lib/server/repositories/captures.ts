import "server-only";
import { z } from "zod";
import type { Block } from "#lib/domain/block.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { blocksSchema } from "#lib/server/repositories/articles.ts";

const header = z.tuple([z.string(), z.string()]);
const redirect = z.object({ address: z.string(), status: z.number(), headers: z.array(header) });
const answer = z.object({ headers: z.array(header), redirects: z.array(redirect) });

/** How a copy was answered: headers in their order, and the answers that led to it. */
export type CaptureAnswer = z.output<typeof answer>;

export type NewCapture = {
  readonly deskId: string;
  readonly id: string;
  readonly sourceId: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly requested: string;
  readonly address: string;
  readonly status: number | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly redirects: readonly unknown[];
  readonly fileName: string;
  readonly obtainedBy: string;
  readonly obtainedAt: Date;
  readonly obtainedById: string;
  readonly title: string;
  readonly format: string;
  readonly text: string;
  readonly textDigest: string;
  readonly blocks: readonly Block[];
  readonly unread: string;
};

/** Written as it is: the client would go through every block of a long page once more. */
export async function insertCapture(tx: Tx, capture: NewCapture): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Capture" ("deskId", id, "sourceId", sha256, "mediaType", "byteLength", text, address, "obtainedBy",
      "obtainedAt", "obtainedById", requested, status, headers, redirects, "fileName", title, format, blocks,
      "textDigest", unread)
    VALUES (${capture.deskId}::uuid, ${capture.id}::uuid, ${capture.sourceId}::uuid, ${capture.sha256},
      ${capture.mediaType}, ${capture.byteLength}, ${capture.text}, ${capture.address}, ${capture.obtainedBy},
      ${capture.obtainedAt}::timestamptz, ${capture.obtainedById}::uuid, ${capture.requested}, ${capture.status},
      ${JSON.stringify(capture.headers)}::jsonb, ${JSON.stringify(capture.redirects)}::jsonb, ${capture.fileName},
      ${capture.title}, ${capture.format}, ${JSON.stringify(capture.blocks)}::jsonb, ${capture.textDigest},
      ${capture.unread})`;
}

const people = {
  obtainer: { select: { id: true, name: true } },
  assets: { orderBy: { kind: "asc" }, select: { id: true, kind: true, address: true } },
} as const;
const long = { text: true, blocks: true, headers: true, redirects: true } as const;

/** A capture without its text, blocks and headers. */
export async function captureById(tx: Tx, deskId: string, id: string) {
  return await tx.capture.findUnique({ where: { deskId_id: { deskId, id } }, omit: long, include: people });
}
export type StoredCapture = NonNullable<Awaited<ReturnType<typeof captureById>>>;

/** What a capture says: its text and the blocks of it. */
export async function captureText(tx: Tx, deskId: string, id: string) {
  const row = await tx.capture.findUnique({
    where: { deskId_id: { deskId, id } },
    select: { text: true, blocks: true },
  });
  return row === null ? null : { text: row.text, blocks: blocksSchema.parse(row.blocks) };
}

export async function captureAnswer(tx: Tx, deskId: string, id: string): Promise<CaptureAnswer | null> {
  const select = { headers: true, redirects: true } as const;
  const row = await tx.capture.findUnique({ where: { deskId_id: { deskId, id } }, select });
  return row === null ? null : answer.parse(row);
}

/** The captures of these sources, the newest first, at most `take`. */
export async function capturesOf(tx: Tx, deskId: string, of: { sourceIds: readonly string[]; take: number }) {
  return await tx.capture.findMany({
    where: { deskId, sourceId: { in: [...of.sourceIds] } },
    orderBy: [{ obtainedAt: "desc" }, { id: "desc" }],
    take: of.take,
    omit: long,
    include: people,
  });
}

/** These captures, in any order. */
export async function capturesByIds(tx: Tx, deskId: string, ids: readonly string[]) {
  return await tx.capture.findMany({ where: { deskId, id: { in: [...ids] } }, omit: long, include: people });
}

/** A capture of the same bytes from the same address of these sources since a moment; null when there is none. */
export async function sameCaptureSince(
  tx: Tx,
  deskId: string,
  of: { sourceIds: readonly string[]; requested: string; sha256: string; since: Date },
): Promise<string | null> {
  const row = await tx.capture.findFirst({
    where: {
      deskId,
      sourceId: { in: [...of.sourceIds] },
      requested: of.requested,
      sha256: of.sha256,
      obtainedAt: { gte: of.since },
    },
    orderBy: [{ obtainedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return row?.id ?? null;
}

/** The newest capture of what was asked for here, when it came after this one. */
export async function newerCapture(tx: Tx, of: { deskId: string; id: string; requested: string; obtainedAt: Date }) {
  if (of.requested === "") return null;
  return await tx.capture.findFirst({
    where: { deskId: of.deskId, requested: of.requested, obtainedAt: { gt: of.obtainedAt }, id: { not: of.id } },
    orderBy: [{ obtainedAt: "desc" }, { id: "desc" }],
    select: { id: true, obtainedAt: true },
  });
}

/** Evidence that relies on words of a capture, in the order of its text; at most `take`. */
export async function quotedIn(tx: Tx, deskId: string, of: { captureId: string; take: number }) {
  return await tx.evidence.findMany({
    where: { deskId, captureId: of.captureId, removedAt: null, passageStart: { not: null } },
    orderBy: [{ passageStart: "asc" }, { id: "asc" }],
    take: of.take,
    select: {
      id: true,
      stance: true,
      passageStart: true,
      passageEnd: true,
      claim: { select: { id: true, articleId: true, number: true } },
    },
  });
}

export async function assetOf(tx: Tx, deskId: string, of: { captureId: string; kind: string }) {
  const { captureId, kind } = of;
  return await tx.captureAsset.findUnique({ where: { deskId_captureId_kind: { deskId, captureId, kind } } });
}
