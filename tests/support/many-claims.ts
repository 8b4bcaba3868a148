import { uuidv7 } from "uuidv7";
import type { Priority } from "#lib/domain/claim.ts";
import type { Context } from "#lib/server/context.ts";
import { takeClaimNumbers } from "#lib/server/repositories/articles.ts";

const day = 86_400_000;
const urgencies: readonly Priority[] = ["low", "normal", "high"];

/** Open claims on an article, without words in its text: due on every tenth day around now or not at all, of any priority. */
export async function manyClaims({ actor, db, now }: Context, articleId: string, count: number): Promise<string[]> {
  const { deskId, memberId } = actor;
  const first = await takeClaimNumbers(db, deskId, { articleId, count, now });
  const claims = Array.from({ length: count }, (_, index) => ({
    deskId,
    id: uuidv7(),
    articleId,
    number: first + index,
    statement: `Claim ${index} says 100% of_it \\ all`,
    dueAt: index % 4 === 0 ? null : new Date(now.getTime() + ((index % 10) - 4) * day),
    priority: urgencies[index % 3] ?? "normal",
    createdById: memberId,
    editedById: memberId,
    createdAt: now,
    updatedAt: new Date(now.getTime() - (index % 7) * 1000),
  }));
  await db.claim.createMany({ data: claims });
  return claims.map((claim) => claim.id);
}
