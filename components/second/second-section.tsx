"use client";

import { useState } from "react";
import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { RareSection } from "#components/claim/rare-section.tsx";
import { AskSecondForm } from "#components/second/ask-second-form.tsx";
import type { SecondActions } from "#components/second/second-actions.ts";
import { SecondPair } from "#components/second/second-pair.tsx";
import { SettleForm } from "#components/second/settle-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Form } from "#components/ui/form.tsx";
import type { KeepDraft } from "#components/ui/form-context.ts";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { Moment } from "#components/ui/time.tsx";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { SecondView } from "#lib/domain/second.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  actions: SecondActions;
  members: readonly MemberView[];
  me: MemberView;
  saveDraft: KeepDraft;
};

/** Second verdicts on a claim, for everybody but the one who still owes theirs: asked for, given, settled. */
export function SecondSection({ claim, actions, members, me, saveDraft }: Props) {
  const [asking, setAsking] = useState(false);
  const shown = claim.seconds.filter((second) => !second.isCancelled);
  const isOpen = shown.some((second) => second.given === null);
  const mayAsk = actions.ask !== null && hasStandingVerdict(claim.state) && !isOpen;
  if (shown.length === 0 && !mayAsk) return null;
  return (
    <RareSection label="Second verdict" note={shown.length === 0 ? "none" : ""} isEmpty={shown.length === 0}>
      {shown.map((second) => (
        <One key={second.id} {...{ claim, second, actions, me, saveDraft }} />
      ))}
      {mayAsk && !asking && (
        <>
          {shown.length === 0 && (
            <p className="soft mt-2">A colleague judges the claim apart, without sight of this verdict.</p>
          )}
          <p className="factacts">
            <Opener name="second" onClick={() => setAsking(true)}>
              Ask for one, blind
            </Opener>
          </p>
        </>
      )}
      {asking && actions.ask !== null && (
        <Opened name="second">
          <AskSecondForm {...{ claim, members, me }} action={actions.ask} onDone={() => setAsking(false)} />
        </Opened>
      )}
    </RareSection>
  );
}

type OneProps = Omit<Props, "members"> & { second: SecondView };

function One({ claim, second, actions, me, saveDraft }: OneProps) {
  const first = claim.revisions.find((revision) => revision.number === second.revisionNumber);
  const { given } = second;
  if (given === null) {
    return (
      <>
        <p className="soft" tabIndex={-1} data-opens="second">
          <bdi>{second.member.name}</bdi> was asked by <bdi>{second.askedBy.name}</bdi>, <Moment iso={second.askedAt} />
          . It is not in yet.
        </p>
        {actions.cancel !== null && (
          <Form action={actions.cancel} label="Take the request back" hidden={{ id: second.id }}>
            <button type="submit" className="textbtn">
              Take the request back
            </button>
          </Form>
        )}
      </>
    );
  }
  const isApart = me.id !== second.member.id && me.id !== first?.author.id;
  const takeOver = async () => {
    const { rationale, asOf, sentence, rating } = given;
    const words = { ratingId: rating.id, sentence, rationale, asOf };
    await saveDraft(draftKeyOf("verdict", claim.id), words);
    window.location.assign(`/articles/${claim.articleId}/claims/${claim.id}`);
  };
  return (
    <>
      <SecondPair {...{ second, given, first }} />
      {actions.adjudicate !== null && isApart && !given.agrees && given.settled === null && (
        <SettleForm id={second.id} action={actions.adjudicate} />
      )}
      {given.settled?.outcome === "second" && claim.may.propose && (
        <div className="acts">
          <Button onClick={takeOver}>Take over the second verdict’s words</Button>
          <span className="why">They are filled in as a new revision; read them, then propose.</span>
        </div>
      )}
    </>
  );
}
