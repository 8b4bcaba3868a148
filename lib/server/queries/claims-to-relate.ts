import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";
import { ok } from "#lib/domain/result.ts";
import { wordsOf } from "#lib/domain/search-words.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { relatedChoices } from "#lib/server/queries/related-choice.ts";
import { claimById } from "#lib/server/repositories/claims.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { findClaims } from "#lib/server/repositories/similar-claims.ts";

const shown = 20;
const mostWords = 12;

type Asked = {
  readonly claimId: string;
  /** A number of a claim in the same article, or words of a statement, all of which have to be there. */
  readonly words: string;
  readonly where: "article" | "desk";
};

/** Claims to merge or to call the same, at most twenty, this article's first; without words, this article's. */
export async function claimsToRelate(
  { actor, db }: Context,
  { claimId, words, where }: Asked,
): Promise<Outcome<readonly RelatedChoice[]>> {
  const { deskId } = actor;
  const loaded = permit(actor, "claim.relate", await claimById(db, deskId, claimId));
  if (!loaded.ok) return loaded;
  const { articleId } = loaded.value;
  const typed = words.slice(0, 500).trim();
  const number = /^#?\d{1,6}$/.test(typed) ? Number(typed.replace("#", "")) : null;
  const asked = wordsOf(words).slice(0, mostWords);
  const query = asked.map((word) => `'${word}':*`).join(" & ");
  const onlyArticle = where === "article";
  const blind = await blindClaims(db, actor);
  const rows = await findClaims(db, deskId, { articleId, number, query, onlyArticle, take: shown + 1, blind });
  const others = rows.filter((row) => row.id !== claimId).slice(0, shown);
  return ok(await relatedChoices(db, deskId, { claimId, rows: others, blind }));
}
