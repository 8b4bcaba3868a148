import { Said } from "#components/claim/said.tsx";
import { EvidenceOutside } from "#components/outside/evidence-outside.tsx";
import { OutsideAnswer } from "#components/outside/outside-answer.tsx";
import { OutsideReview } from "#components/outside/outside-review.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { OutsidePage as Page } from "#lib/domain/outside.ts";

type Props = { page: Page; answer: FormAction; review: FormAction };

/** One claim for somebody from outside: its words in their place, its evidence, and what they are asked. A whole `main`. */
export function OutsidePage({ page, answer, review }: Props) {
  const { prefix, quote, suffix } = page.paragraph;
  const { statement, claimant, saidIn, saidOn } = page.fields;
  return (
    <main className="review outsider" id="main">
      <div className="read">
        <p className="crumb">
          <span>
            <bdi>{page.deskName}</bdi>, on <bdi>{page.articleTitle}</bdi>
          </span>
          <span className="end">
            <span>
              For <bdi>{page.name}</bdi>, until <Moment iso={page.expiresAt} />
            </span>
          </span>
        </p>
        <p className="asked">
          <bdi>{page.deskName}</bdi> asks you{" "}
          {page.purpose === "review" ? "to review its verdict on" : "what you know about"} one claim in an article. You
          need no account: this link is yours, and what you send bears your name.
        </p>
        {page.note !== "" && (
          <p className="note" dir="auto">
            {page.note}
          </p>
        )}
        <section className="context" aria-label="The claim in its place">
          <p dir="auto">
            {prefix}
            <mark className="claim" data-state={page.state} data-lane="0">
              {quote}
            </mark>
            {suffix}
          </p>
        </section>
        <h1 className="statement" dir="auto">
          {statement || quote}
        </h1>
        <Said claimant={claimant} saidIn={saidIn} saidOn={saidOn} />
        <h2 className="sech">
          Evidence <small>{page.evidenceCount}</small>
        </h2>
        {page.evidence.length === 0 && <p className="faint">No evidence is linked.</p>}
        <ol>
          {page.evidence.map((item) => (
            <li key={item.id} className="evrow">
              <EvidenceOutside item={item} />
            </li>
          ))}
        </ol>
        {page.evidenceCount > page.evidence.length && (
          <p className="evrest faint">The first {page.evidence.length} pieces.</p>
        )}
      </div>
      <aside className="judge" aria-label="What you are asked">
        {page.purpose === "review" ? (
          <OutsideReview page={page} action={review} />
        ) : (
          <OutsideAnswer page={page} action={answer} />
        )}
      </aside>
    </main>
  );
}
