import "server-only";
import type { Prisma, Tx } from "#lib/server/db/client.ts";

type OfArticle = {
  readonly deskId: string;
  readonly articleId: string;
  readonly versionId: string;
  /** The claims that the reader must not learn of. */
  readonly hidden: ReadonlySet<string>;
};

type Suggesting = { readonly claimId: string; readonly revisionId: string; readonly isAnswered: boolean };

/** The claims of an article, but for withdrawn ones, whose latest revision suggests other words; in the order of a version. */
export async function claimsSuggesting(
  tx: Tx,
  { deskId, articleId, versionId, hidden }: OfArticle,
): Promise<Suggesting[]> {
  return await tx.$queryRaw<Suggesting[]>`
    SELECT c.id::text AS "claimId", r.id::text AS "revisionId",
      EXISTS (SELECT 1 FROM "WordingAnswer" a WHERE a."deskId" = c."deskId" AND a."revisionId" = r.id) AS "isAnswered"
    FROM "Claim" c
    CROSS JOIN LATERAL (SELECT id, "suggestedWording" FROM "VerdictRevision"
      WHERE "deskId" = c."deskId" AND "claimId" = c.id ORDER BY number DESC LIMIT 1) r
    LEFT JOIN "Placement" p ON p."deskId" = c."deskId" AND p."claimId" = c.id AND p."versionId" = ${versionId}::uuid
    WHERE c."deskId" = ${deskId}::uuid AND c."articleId" = ${articleId}::uuid AND c.state <> 'withdrawn'
      AND c.id <> ALL(${[...hidden]}::uuid[]) AND r."suggestedWording" <> ''
    ORDER BY p.start NULLS LAST, c.number`;
}

const mostAnswers = 20;

/** The newest answers of the writer to a revision's wording; the first is what counts. */
export const newestAnswers = {
  orderBy: [{ answeredAt: "desc" }, { id: "desc" }],
  take: mostAnswers,
  include: { answeredBy: { select: { name: true } } },
} satisfies Prisma.VerdictRevision$wordingAnswersArgs;

/** These revisions with their claims and the newest 20 answers of the writer, in no order. */
export async function suggestedWordings(tx: Tx, deskId: string, revisionIds: readonly string[]) {
  return await tx.verdictRevision.findMany({
    where: { deskId, id: { in: [...revisionIds] } },
    select: {
      id: true,
      claimId: true,
      number: true,
      rationale: true,
      suggestedWording: true,
      author: { select: { name: true } },
      claim: { select: { number: true, statement: true, state: true } },
      wordingAnswers: newestAnswers,
    },
  });
}

export type StoredAnswer = Awaited<ReturnType<typeof suggestedWordings>>[number]["wordingAnswers"][number];
