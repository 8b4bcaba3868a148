"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  commentHint,
  commentLabel,
  consequenceWords,
  decisionOptions,
  ownDecisionWords,
  sendWords,
} from "#components/claim/decision-words.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { typedAround } from "#components/ui/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Day, Moment } from "#components/ui/time.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { OutsidePage, OutsideVerdict } from "#lib/domain/outside.ts";
import { quorumWords } from "#lib/domain/quorum.ts";

type Props = { page: OutsidePage; action: FormAction };

/** The verdict that somebody from outside is asked to review, and their decision on it. */
export function OutsideReview({ page, action }: Props) {
  const { verdict } = page;
  const head = useRef<HTMLHeadingElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const closed = verdict === null ? null : closedBecause(page, verdict);
  const wasOpen = useRef(closed === null);
  useEffect(() => {
    // The form goes when its decision is in; the focus that was in it belongs to what stands there now.
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement === head.current;
    if (wasOpen.current && closed !== null && isFree) line.current?.focus();
    wasOpen.current = closed === null;
  }, [closed]);
  if (verdict === null) return <p className="barred">No verdict has been proposed on this claim yet.</p>;
  return (
    <>
      <p className="crumb tight">
        <span>
          The verdict of <bdi>{verdict.author}</bdi>, revision {verdict.number}
        </span>
      </p>
      <p className="bigv">
        {verdict.sentence === "" ? (
          <VerdictMark rating={verdict} stale={page.state === "stale"} />
        ) : (
          <bdi>{verdict.sentence}</bdi>
        )}
      </p>
      {verdict.sentence === "" && verdict.definition !== "" && <p className="aside mb-3">{verdict.definition}</p>}
      <p className="rat" dir="auto">
        {verdict.rationale}
      </p>
      <p className="aside mt-2">
        As of <Day iso={verdict.asOf} />.
        {verdict.suggestedWording !== "" && (
          <>
            {" "}
            Suggested wording: <bdi className="serif">{verdict.suggestedWording}</bdi>
          </>
        )}
      </p>
      <section className="sec decide">
        <h2 ref={head} tabIndex={-1}>
          Your decision <small>{quorumWords(page.quorum)}</small>
        </h2>
        {verdict.own !== null && (
          <div className="mb-4">
            <p className="aside">
              You said, <Moment iso={verdict.own.at} />
            </p>
            {verdict.own.comment !== "" && (
              <p className="rat" dir="auto">
                {verdict.own.comment}
              </p>
            )}
          </div>
        )}
        {closed === null ? (
          <ReviewForm key={verdict.revisionId} {...{ page, verdict, action }} onSaved={() => head.current?.focus()} />
        ) : (
          <p className="barred" ref={line} tabIndex={-1}>
            {closed}
          </p>
        )}
      </section>
    </>
  );
}

function ReviewForm({ page, verdict, action, onSaved }: Props & { verdict: OutsideVerdict; onSaved: () => void }) {
  const [chosen, setChosen] = useState("");
  const follow = (event: FormEvent<HTMLDivElement>) => {
    const typed = typedAround(event.target);
    if (typed !== null) setChosen(typed.decision ?? "");
  };
  return (
    <div onInput={follow}>
      <Form
        action={action}
        label="Your decision"
        hidden={{ revisionId: verdict.revisionId }}
        makesId
        afterSave="clear"
        onSaved={onSaved}
      >
        <Pick name="decision" label="Decision" options={decisionOptions(page.quorum)} />
        <TextArea name="comment" label={commentLabel(page.quorum)} hint={commentHint} maxLength={10_000} rows={4} />
        <div className="acts">
          <SubmitButton>{sendWords(chosen, verdict.number, page.quorum)}</SubmitButton>
          <span className="why">{consequenceWords(chosen, page.quorum)}</span>
        </div>
      </Form>
    </div>
  );
}

function closedBecause({ state, quorum, mayReview, barredBy }: OutsidePage, verdict: OutsideVerdict): string | null {
  const { own, number } = verdict;
  if (own !== null && own.decision !== "comment") return `${ownDecisionWords(own.decision, number, quorum)} Thank you.`;
  if (mayReview) return null;
  if (barredBy !== null) return barredBy;
  if (state === "approved" || state === "published") return "This verdict was decided before yours: it stands.";
  if (state === "returned") return "This verdict was decided before yours: it went back to its author.";
  return "Nothing is under review here at the moment.";
}
