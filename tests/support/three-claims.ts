import type { ArticleView, ClaimView } from "#lib/domain/views.ts";
import type { Db } from "#lib/server/db/client.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addDraft, good, makeArticle, makeClaim, makeDesk, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { edited, ferry, paragraphs } from "#tests/support/drafts.ts";

export const loss = "lost 1.9 million crowns";
export const newLoss = "lost 2.4 million crowns";
export const loaned = "It will cost 14 million crowns";
export const carried = "they carried 212 passengers";

/** Three claims: the words of the first changed, the paragraph of the second is gone, the third stayed. */
export async function threeClaims(db: Db) {
  const desk = await makeDesk(db);
  const checker = desk.as("checker");
  const first = await makeArticle(checker, ferry);
  const { claimId: changed } = await proposedClaim(desk, first, loss);
  const lost = (await makeClaim(checker, first, loaned)).id;
  const kept = (await makeClaim(checker, first, carried)).id;
  const text = edited(loss, newLoss, paragraphs.filter((words) => !words.includes(loaned)).join("\n\n"));
  const article = await addDraft(checker, first, text);
  return { desk, article, changed, lost, kept, version: versionOf(article) };
}

export const versionOf = (article: ArticleView) => ({ articleId: article.id, versionId: article.version.id });

export async function readClaim(desk: TestDesk, claimId: string): Promise<ClaimView> {
  return good(await claimPage(desk.as("viewer"), claimId));
}

export function spanOf(article: ArticleView, words: string) {
  const start = article.text.indexOf(words);
  return { start, end: start + words.length };
}
