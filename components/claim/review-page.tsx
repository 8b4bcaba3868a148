import Link from "next/link";
import type { ComponentProps } from "react";
import { Decision } from "#components/claim/decision.tsx";
import { EarlierRevisions } from "#components/claim/earlier-revisions.tsx";
import { Judgement } from "#components/claim/judgement.tsx";
import { ReviewCrumb } from "#components/claim/review-crumb.tsx";
import { Said } from "#components/claim/said.tsx";
import { SinceSeen } from "#components/claim/since-seen.tsx";
import { StaleBanner } from "#components/claim/stale-banner.tsx";
import { History } from "#components/desk/history.tsx";
import { EvidenceItem } from "#components/evidence/evidence-item.tsx";
import { evidenceCount, originNotes } from "#components/evidence/origins.ts";
import type { OutsideActions } from "#components/outside/outside-actions.ts";
import { OutsideSection } from "#components/outside/outside-section.tsx";
import { SharedPlaces } from "#components/relation/shared-places.tsx";
import { ReplySection } from "#components/reply/reply-section.tsx";
import type { SecondActions } from "#components/second/second-actions.ts";
import { SecondForm } from "#components/second/second-form.tsx";
import { SecondSection } from "#components/second/second-section.tsx";
import { ThreadSection } from "#components/thread/thread-section.tsx";
import { DraftProvider } from "#components/ui/draft-provider.tsx";
import type { KeepDraft } from "#components/ui/form-context.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  overrideGate: FormAction;
  /** Approves this verdict and every place that shares it. */
  approvePlaces: FormAction;
  outside: OutsideActions;
  saveDraft: KeepDraft;
  /** Addresses of the claims before and after this one in the reader's queue. */
  position: { readonly earlier: string | null; readonly later: string | null };
  /** What others did since the reader last opened the claim, and the noting of this look. */
  seen: Omit<ComponentProps<typeof SinceSeen>, "claimId">;
  me: MemberView;
  seconds: SecondActions;
  /** Whom a second verdict can be asked of. */
  members: readonly MemberView[];
  /** `YYYY-MM-DD`. */
  today: string;
};

/** A verdict under review: what it rests on at the start, what is to be decided at the end. The whole `main` of a page. */
export function ReviewPage({
  claim,
  action,
  overrideGate,
  approvePlaces,
  saveDraft,
  position,
  seen,
  me,
  outside,
  ...second
}: Props) {
  const origins = originNotes(claim.evidence);
  // A second verdict that is in is read before the decision; asking for one comes after it.
  const isGiven = claim.seconds.some(({ given }) => given !== null);
  const seconds = <SecondSection {...{ claim, me, saveDraft }} actions={second.seconds} members={second.members} />;
  return (
    <main className="review" id="main">
      <div className="read">
        <ReviewCrumb claim={claim} position={position} />
        <SinceSeen key={claim.id} claimId={claim.id} {...seen} />
        <Place claim={claim} />
        <h1 className="statement" dir="auto">
          {claim.fields.statement || claim.quote.quote}
        </h1>
        <Said {...claim.fields} />
        {claim.state === "stale" && (
          <div className="mb-6">
            <StaleBanner claim={claim} />
          </div>
        )}
        <h2 className="sech">
          Evidence <small>{evidenceCount(claim)}</small>
        </h2>
        {claim.evidence.length === 0 ? (
          <p className="faint">No evidence is linked. The rationale has to carry the verdict alone.</p>
        ) : (
          <ol>
            {claim.evidence.map((evidence, index) => (
              <li key={evidence.id} className="evrow">
                <EvidenceItem
                  claimId={claim.id}
                  evidence={evidence}
                  number={index + 1}
                  origin={origins.get(evidence.id)}
                />
              </li>
            ))}
          </ol>
        )}
        {claim.evidenceCount > claim.evidence.length && (
          <p className="evrest faint">
            The first {claim.evidence.length} pieces. All of it is <ClaimLink claim={claim} />.
          </p>
        )}
        <ReplySection claim={claim} actions={null} />
      </div>
      <aside className="judge" aria-label="Verdict and review">
        {claim.isBlind ? (
          <DraftProvider saveDraft={saveDraft}>
            <SecondForm claim={claim} today={second.today} action={second.seconds.give} />
          </DraftProvider>
        ) : (
          <>
            <Judgement claim={claim} me={me} />
            {isGiven && seconds}
            <Decision {...{ claim, action, overrideGate, saveDraft, me }} />
            <SharedPlaces claim={claim} action={approvePlaces} />
            <OutsideSection claim={claim} actions={outside} />
          </>
        )}
        <ThreadSection saveDraft={saveDraft} within=".review" />
        {!claim.isBlind && !isGiven && seconds}
      </aside>
      <div className="read later">
        <EarlierRevisions claimId={claim.id} revisions={claim.revisions.slice(1)} />
        <section className="sec" aria-label="History">
          <History lines={claim.history} allAt={claim.isBlind ? null : `/review/${claim.id}/history`} />
        </section>
      </div>
    </main>
  );
}

function ClaimLink({ claim }: { claim: ClaimView }) {
  return (
    <Link className="link" href={`/articles/${claim.articleId}/claims/${claim.id}`} prefetch={false}>
      with the claim
    </Link>
  );
}

function Place({ claim }: { claim: ClaimView }) {
  const { prefix, quote, suffix } = claim.paragraph;
  return (
    <section className="context" id="claim-in-place" aria-label="The claim in its place">
      <p dir="auto">
        {prefix}
        <mark className="claim" data-state={claim.state} data-lane="0">
          <span className="n" data-state={claim.state} aria-hidden="true">
            {claim.number}
          </span>
          {quote}
        </mark>
        {suffix}
      </p>
    </section>
  );
}
