import Link from "next/link";
import { NextDrafts } from "#components/report/next-drafts.tsx";
import { NextStanding } from "#components/report/next-standing.tsx";
import type { NextEditionView } from "#components/report/next-view.ts";
import { ObstacleList } from "#components/report/obstacle-list.tsx";
import { PlanEditor } from "#components/report/plan-editor.tsx";
import { PlanProvider } from "#components/report/plan-provider.tsx";
import type { Tongue } from "#components/report/plan-view.ts";
import { PreviewFrame } from "#components/report/preview-frame.tsx";
import { PublishButton } from "#components/report/publish-button.tsx";
import { editionCounts, whyNot } from "#components/report/publish-words.ts";
import { ReportHead } from "#components/report/report-head.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  next: NextEditionView;
  languages: readonly Tongue[];
  /** Null for those who may not change the plan; all that there is to see, they see. */
  actions: { readonly plan: FormAction; readonly publish: FormAction } | null;
};

/** An article's next edition: its plan, what is in the way, what it would look like, and publishing it. A page's `main`. */
export function NextEdition({ next, languages, actions }: Props) {
  const { article, claims, seen } = next;
  return (
    <main className="wrap next" id="main">
      <ReportHead article={article} tab="Next edition" />
      <NextStanding articleId={article.id} editions={next.editions} isWithdrawn={next.isWithdrawn} />
      {claims.total === 0 ? (
        <EmptyState
          sentence="No claims yet."
          next="Mark the first claim in the article; the report prints what was found."
          action={
            <Link className="btn" href={`/articles/${article.id}`} prefetch={false}>
              Open the article
            </Link>
          }
        />
      ) : (
        <div className="nextcols">
          <div className="nextwork">
            <Work {...{ next, languages, actions }} />
          </div>
          <PreviewFrame key={article.id} articleId={article.id} seen={seen} />
        </div>
      )}
      <NextDrafts articleId={article.id} />
    </main>
  );
}

function Work({ next, languages, actions }: Props) {
  const { article, number, printed, signedOff, leftOut, inTheWay, warnings, isBlind, plan, seen, claims } = next;
  const head = (
    <>
      <h2 className="nexthead">{editionCounts({ number, printed, leftOut })}</h2>
      <p className="soft">
        {`${signedOff.toLocaleString("en")} of ${printed.toLocaleString("en")} signed off. `}
        <a className="link to-preview" href="#preview">
          Go to the preview
        </a>
      </p>
    </>
  );
  const obstacles = <ObstacleList articleId={article.id} obstacles={inTheWay} {...{ warnings, printed }} />;
  if (actions === null || isBlind) {
    return (
      <>
        {head}
        {isBlind ? (
          <p className="soft">{whyNot({ printed, obstacles: inTheWay.length, isBlind })}</p>
        ) : (
          <p className="soft">An editor plans and publishes it.</p>
        )}
        {obstacles}
      </>
    );
  }
  const why = whyNot({ printed, obstacles: inTheWay.length, isBlind });
  const toPublish = { articleId: article.id, number, printed, leftOut, planVersion: plan.rowVersion, seen, why };
  return (
    <PlanProvider key={article.id} articleId={article.id} plan={plan} action={actions.plan}>
      {head}
      <PublishButton next={toPublish} action={actions.publish} />
      {obstacles}
      <section className="sec">
        <h2>Plan</h2>
        <PlanEditor claims={claims} languages={languages} />
      </section>
    </PlanProvider>
  );
}
