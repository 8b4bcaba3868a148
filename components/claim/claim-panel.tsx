"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { AssignForm, TakeIt } from "#components/claim/assignment.tsx";
import type { ClaimActions } from "#components/claim/claim-actions.ts";
import { ClaimQuote } from "#components/claim/claim-quote.tsx";
import { Facts } from "#components/claim/facts.tsx";
import { FactsForm } from "#components/claim/facts-form.tsx";
import { PlacingBanner } from "#components/claim/placing-banner.tsx";
import { ReturnedNote } from "#components/claim/returned-note.tsx";
import { StaleBanner } from "#components/claim/stale-banner.tsx";
import { VerdictSection } from "#components/claim/verdict-section.tsx";
import { WithdrawForm, Withdrawn } from "#components/claim/withdrawal.tsx";
import { Due } from "#components/desk/due.tsx";
import { History } from "#components/desk/history.tsx";
import { focusOn, useLetterKeys } from "#components/desk/letter-keys.ts";
import { EvidenceList } from "#components/evidence/evidence-list.tsx";
import { OthersOnClaim } from "#components/live/others-here.tsx";
import { OutsideSection } from "#components/outside/outside-section.tsx";
import { placeHref } from "#components/placing/placing-actions.ts";
import { PlacingMark } from "#components/placing/placing-mark.tsx";
import { RelationsSection } from "#components/relation/relations-section.tsx";
import { ReplySection } from "#components/reply/reply-section.tsx";
import type { SecondActions } from "#components/second/second-actions.ts";
import { SecondForm } from "#components/second/second-form.tsx";
import { SecondSection } from "#components/second/second-section.tsx";
import { ThreadSection } from "#components/thread/thread-section.tsx";
import { DraftProvider } from "#components/ui/draft-provider.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  actions: ClaimActions;
  /** Whom the claim can be assigned to. */
  members: readonly MemberView[];
  /** What the desk cited last; more are found while typing. */
  sources: readonly SourceView[];
  me: MemberView;
  seconds: SecondActions;
  /** `YYYY-MM-DD`. */
  today: string;
};

/** Everything about one claim, from its words to its verdict. It stands in a frame that has the way back. */
export function ClaimPanel(props: Props) {
  return <Panel key={props.claim.id} {...props} />;
}

function Panel({ claim, actions, members, sources, me, seconds, today }: Props) {
  const [writing, setWriting] = useState(claim.drafts.claim !== undefined);
  const [assigning, setAssigning] = useState(false);
  const [linking, setLinking] = useState(claim.drafts.evidence !== undefined);
  const keys = useMemo(
    () => ({
      e: () => {
        setLinking(true);
        requestAnimationFrame(() => focusOn("#panel [name=title]"));
        return true;
      },
      r: () => focusOn("#panel [name=ratingId]:checked") || focusOn("#panel [name=ratingId]"),
    }),
    [],
  );
  useLetterKeys("#panel", keys);

  const withdrawn = claim.state === "withdrawn";
  const asksForPlace = claim.placement.needsPlacing && !withdrawn;
  const unwritten = claim.fields.statement === "" && claim.may.edit;
  const needStatement = () => {
    setWriting(true);
    requestAnimationFrame(() => focusOn("#panel [name=statement]"));
  };

  return (
    <DraftProvider saveDraft={actions.saveDraft}>
      <div>
        <p className="dueline">
          {asksForPlace && <PlacingMark />}
          <StateMark state={claim.state} />
          {claim.dueAt !== null && (
            <span>
              due <Due iso={claim.dueAt} today={today} inSentence />
            </span>
          )}
        </p>
        <OthersOnClaim claimId={claim.id} />
        <ClaimQuote quote={claim.quote} state={claim.state} />
        {asksForPlace && (
          <PlacingBanner claim={claim} confirm={actions.confirmPlaces} withdraw={actions.withdrawClaim} />
        )}
        {claim.state === "stale" && <StaleBanner claim={claim} />}
        <ReturnedNote claim={claim} />
        {(writing || unwritten) && !withdrawn ? (
          <Opened name="claim">
            <FactsForm
              claim={claim}
              action={actions.saveClaim}
              onSaved={() => setWriting(false)}
              onCancel={unwritten ? null : () => setWriting(false)}
            />
          </Opened>
        ) : (
          <Facts claim={claim}>
            {!withdrawn && claim.may.edit && (
              <>
                <Opener name="claim" onClick={() => setWriting(true)}>
                  Edit claim
                </Opener>
                {!asksForPlace && (
                  <Link className="textbtn" href={placeHref(claim.articleId, claim.id)} prefetch={false} scroll={false}>
                    Choose other words
                  </Link>
                )}
                {claim.assignee?.id !== me.id && (
                  <Opened name="take">
                    <TakeIt claim={claim} action={actions.assignClaim} me={me} />
                  </Opened>
                )}
                {claim.may.assign && !assigning && (
                  <Opener name="assign" onClick={() => setAssigning(true)}>
                    Assign
                  </Opener>
                )}
              </>
            )}
          </Facts>
        )}
        {assigning && (
          <Opened name="assign">
            <AssignForm
              claim={claim}
              action={actions.assignClaim}
              members={members}
              onDone={() => setAssigning(false)}
            />
          </Opened>
        )}
        {withdrawn && <Withdrawn claim={claim} action={claim.may.restore ? actions.restoreClaim : null} />}
        <EvidenceList {...{ claim, actions, sources, today, linking }} onLinking={setLinking} />
        <ReplySection claim={claim} actions={actions.replies} />
        <RelationsSection claim={claim} actions={actions.relations} />
        {claim.isBlind ? (
          <SecondForm {...{ claim, today }} action={seconds.give} />
        ) : (
          <>
            <VerdictSection
              claim={claim}
              action={actions.proposeVerdict}
              overrideGate={actions.overrideGate}
              today={today}
              onNeedStatement={needStatement}
            />
            <OutsideSection claim={claim} actions={actions.outside} />
          </>
        )}
        <ThreadSection saveDraft={actions.saveDraft} within="#panel, .galley" />
        {!claim.isBlind && (
          <SecondSection {...{ claim, members, me }} actions={seconds} saveDraft={actions.saveDraft} />
        )}
        <section className="sec" aria-label="History">
          <History lines={claim.history} allAt={claim.isBlind ? null : `/review/${claim.id}/history`} />
          {!withdrawn && !asksForPlace && claim.may.edit && (
            <WithdrawForm claim={claim} action={actions.withdrawClaim} />
          )}
        </section>
      </div>
    </DraftProvider>
  );
}
