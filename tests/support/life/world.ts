import type { ClaimState } from "#lib/domain/claim.ts";
import type { Db } from "#lib/server/db/client.ts";
import { addEvidence, makeArticle, makeClaim, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { decideBy } from "#tests/support/votes.ts";

export type ClaimRow = { readonly id: string; readonly state: ClaimState; readonly rowVersion: number };

/** A desk with an article, two claims on it, and their evidence. */
export type World = {
  readonly db: Db;
  readonly desk: TestDesk;
  readonly articleId: string;
  readonly claimIds: readonly string[];
  /** The claims' rows now, by number. */
  readonly states: () => Promise<readonly ClaimRow[]>;
  /** Drafts of the article so far, so that each is another one. */
  readonly drafts: { count: number };
};

export const people = ["viewer", "checker", "second-checker", "editor", "second-editor", "admin"] as const;

let worlds = 0;

/** The quorum goes round: one of one, two of two, two of three; and whether checkers may review each other. */
export async function makeWorld(db: Db): Promise<World> {
  const desk = await makeDesk(db);
  worlds += 1;
  const [approvalsNeeded, voters] = [[1, 1] as const, [2, 2] as const, [2, 3] as const][worlds % 3] ?? [1, 1];
  const checkersMayReview = worlds % 2 === 0 ? ("yes" as const) : ("" as const);
  await decideBy(desk, approvalsNeeded, voters, { checkersMayReview });
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  const first = await makeClaim(checker, article, "lost 1.9 million crowns");
  const second = await makeClaim(checker, article, "212 passengers");
  await addEvidence(checker, first.id);
  const { deskId } = desk;
  const states = () =>
    db.claim.findMany({
      where: { deskId },
      orderBy: { number: "asc" },
      select: { id: true, state: true, rowVersion: true },
    });
  return { db, desk, articleId: article.id, claimIds: [first.id, second.id], states, drafts: { count: 0 } };
}
