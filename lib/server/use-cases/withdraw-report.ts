import "server-only";
import { notFound, type Outcome, refused } from "#lib/domain/failure.ts";
import { withoutProtected } from "#lib/domain/printed-evidence.ts";
import { ok } from "#lib/domain/result.ts";
import { withdrawnReport } from "#lib/domain/withdrawn-report.ts";
import { permit } from "#lib/policy/permit.ts";
import type { WithdrawReport } from "#lib/schemas/edition.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { lockArticle } from "#lib/server/repositories/articles.ts";
import { deskById } from "#lib/server/repositories/desks.ts";
import { editionRows, editionWords } from "#lib/server/repositories/editions.ts";
import { signedOf } from "#lib/server/repositories/frozen-editions.ts";
import { confidentialEvidence } from "#lib/server/repositories/held-editions.ts";
import { isBlindIn } from "#lib/server/repositories/publish-facts.ts";
import { editionSent, type Published } from "#lib/server/use-cases/edition-sent.ts";
import { freezeEdition } from "#lib/server/use-cases/freeze-edition.ts";

/**
 * Takes the check back: one more edition, of what the last one printed, with none of it signed off, that says why. The
 * claims keep their state on the desk. A source that was made confidential since is described as a new edition would. The
 * same request sent twice is one edition.
 */
export function withdrawReport(
  { actor, db, now }: Context,
  { id, articleId, what, why }: WithdrawReport,
  site: string,
): Promise<Outcome<Published>> {
  const { deskId } = actor;
  const withdraw = async (tx: Tx): Promise<Outcome<Published>> => {
    const loaded = permit(actor, "report.publish", await lockArticle(tx, deskId, articleId));
    const desk = await deskById(tx, deskId);
    if (!loaded.ok) return loaded;
    if (desk === null) return notFound();
    const sent = await editionSent(tx, actor, { id, articleId, isWithdrawal: true });
    if (sent !== null) return sent;
    if (await isBlindIn(tx, actor, articleId)) return refused("blind-second");
    const editions = await editionRows(tx, { deskId, articleId });
    const last = editions.at(-1);
    if (last === undefined) return refused("not-published");
    if (last.isWithdrawal) return refused("withdrawn-already");
    const words = await editionWords(tx, deskId, last.id);
    if (words === null) return notFound();
    const { template, language, summary, method, leftOut, report } = signedOf(words).edition;
    const hidden = await confidentialEvidence(tx, deskId, [articleId]);
    const printed = withoutProtected(report, new Map(hidden.map((item) => [item.id, item])));
    const number = last.number + 1;
    const change = { kind: "withdrawal", what, why } as const;
    const frozen = await freezeEdition(
      tx,
      { actor, now },
      {
        ...{ id, number, template, language, summary, method, change, leftOut, articleId, desk, editions, site },
        reportAt: (at) => withdrawnReport(printed, { why, at }),
      },
    );
    return frozen.ok ? ok({ id, number, digest: frozen.value.proof.digest }) : frozen;
  };
  return inTransaction(db, withdraw, { seconds: 60 });
}
