import "server-only";
import type { Tx } from "#lib/server/db/client.ts";
import { newestAnswers } from "#lib/server/repositories/suggested-wordings.ts";

const people = { select: { id: true, name: true } } as const;

/** Every claim placed in a version with all that a report prints of it, in the order of the text. */
export async function claimsForReport(tx: Tx, deskId: string, versionId: string) {
  return await tx.placement.findMany({
    where: { deskId, versionId },
    orderBy: [{ start: "asc" }, { end: "desc" }],
    include: {
      claim: {
        include: {
          evidence: {
            where: { removedAt: null },
            orderBy: [{ position: "asc" }, { id: "asc" }],
            include: {
              source: { include: { mergedInto: true } },
              origin: true,
              capture: {
                select: { id: true, sha256: true, obtainedAt: true, obtainedBy: true, address: true, mediaType: true },
              },
              linkedBy: people,
              editedBy: people,
            },
          },
          replyRequests: { where: { withdrawnAt: null }, orderBy: [{ askedAt: "asc" }, { id: "asc" }], take: 200 },
          gateOverrides: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], include: { member: people } },
          revisions: {
            orderBy: { number: "desc" },
            take: 1,
            include: {
              rating: { include: { scale: { select: { ratings: { select: { value: true } } } } } },
              wordingAnswers: { ...newestAnswers, take: 1 },
              author: people,
              reviews: { orderBy: { createdAt: "asc" }, include: { reviewer: people } },
            },
          },
        },
      },
    },
  });
}

export type ClaimForReport = Awaited<ReturnType<typeof claimsForReport>>[number];
