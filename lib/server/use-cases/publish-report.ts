import "server-only";
import { obstacleSentences } from "#lib/domain/edition-preview.ts";
import { invalid, type Outcome, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { permit } from "#lib/policy/permit.ts";
import type { PublishReport } from "#lib/schemas/edition.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { editionContent } from "#lib/server/queries/edition-content.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import { lockClaims } from "#lib/server/repositories/claims.ts";
import { publishClaims } from "#lib/server/repositories/editions.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";
import { editionSent, type Published } from "#lib/server/use-cases/edition-sent.ts";
import { freezeEdition } from "#lib/server/use-cases/freeze-edition.ts";

/**
 * Freezes what the editor saw as the article's next edition, signs it, and makes its approved claims published. The
 * article and its claims are held, so nothing of them changes meanwhile. Refuses while anything stands in the way, naming
 * each claim, and when anything changed since the editor looked. The same request sent twice is one edition. `site` is
 * the address of this installation, without a trailing slash.
 */
export function publishReport(context: Context, input: PublishReport, site: string): Promise<Outcome<Published>> {
  const { actor, db, now } = context;
  const { deskId } = actor;
  const { id, articleId, planVersion, seen, change } = input;
  return inTransaction(
    db,
    async (tx) => {
      const loaded = permit(actor, "report.publish", await lockArticle(tx, deskId, articleId));
      if (!loaded.ok) return loaded;
      const sent = await editionSent(tx, actor, { id, articleId, isWithdrawal: false });
      if (sent !== null) return sent;
      const claims = await lockClaims(tx, deskId, { articleId });
      const blind = await blindClaims(tx, actor);
      if (claims.some((claim) => blind.has(claim.id))) return refused("blind-second");
      const content = await editionContent(tx, { actor, now }, articleId);
      if (!content.ok) return content;
      const { number, plan, report, inTheWay, language, leftOut, desk, editions } = content.value;
      if (report.claims.every((claim) => claim.state === "withdrawn")) return refused("nothing-to-print");
      if (inTheWay.length > 0) return refused("work-unfinished", obstacleSentences(inTheWay));
      if (plan.rowVersion !== planVersion || content.value.seen !== seen) return refused("changed-since-preview");
      if (number > 1 && change === null) return refused("change-missing");
      if (number === 1 && change !== null) return invalid({ what: "There is no edition yet that this one changes." });
      const { template, summary, method } = plan;
      const frozen = await freezeEdition(
        tx,
        { actor, now },
        {
          ...{ id, number, template, language, summary, method, change, leftOut, articleId, desk, editions, site },
          reportAt: (at) => ({ ...report, generatedAt: at }),
        },
      );
      if (!frozen.ok) return frozen;
      const printed = report.claims.map((claim) => claim.id);
      await publishClaims(tx, deskId, printed, now);
      return ok({ id, number, digest: frozen.value.proof.digest });
    },
    { seconds: 60 },
  );
}
