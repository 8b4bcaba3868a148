"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { DateField, TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { focusFirst, typedAround, typedIn, writeField } from "#components/ui/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Checklist, focusFirstCross } from "#components/verdict/checklist.tsx";
import { type Check, countWords, doWords, proposalChecks, stageHeads } from "#components/verdict/checks.ts";
import { GateHelp } from "#components/verdict/gate-help.tsx";
import { RatingChoice } from "#components/verdict/rating-choice.tsx";
import { SentenceField } from "#components/verdict/sentence-field.tsx";
import { Suggestions } from "#components/verdict/suggestions.tsx";
import { useRefused } from "#components/verdict/use-refused.ts";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";
import type { ClaimView, ReviewView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  overrideGate: FormAction;
  today: string;
  /** The statement is missing: open its form and go there. */
  onNeedStatement: () => void;
  /** What stands above the fields: the head, and the latest verdict. */
  children: ReactNode;
};

/**
 * Proposes a verdict, below the list of what has to be there before: begins with the words of the latest revision, where there is one. The button stays pressable;
 * pressed with something in the way it moves focus to the first cross instead of sending, or to the field that it is about.
 */
export function VerdictForm({ claim, action, overrideGate, today, onNeedStatement, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const latest = claim.revisions[0];
  const isSentence = claim.scaleKind === "sentence";
  const known = claim.ratings.some((rating) => rating.id === latest?.rating.id);
  const start = {
    ratingId: known ? (latest?.rating.id ?? "") : "",
    sentence: latest?.sentence ?? "",
    rationale: latest?.rationale ?? "",
    suggestedWording: latest?.suggestedWording ?? "",
  };
  const draft = claim.drafts.verdict;
  const [typed, setTyped] = useState<Typed>({ ...start, ...draft });
  const checksFor = (words: Typed) =>
    proposalChecks(
      {
        statement: claim.fields.statement,
        evidence: claim.evidenceCount,
        verdict: isSentence
          ? { kind: "sentence", given: words.sentence ?? "" }
          : { kind: "ordered", given: words.ratingId ?? "" },
        rationale: words.rationale ?? "",
      },
      claim.gates.toPropose,
    );
  const checks = checksFor(typed);
  const missing = checks.find((check) => check.outcome === "in-the-way");
  const send = useRefused(action, { root, gates: claim.gates });

  const goTo = (check: Check) => {
    if (check.key === "statement") return onNeedStatement();
    const field =
      check.gate === null ? (check.key === "rating" ? (isSentence ? "sentence" : "ratingId") : "rationale") : null;
    if (root.current === null) return;
    if (field === null) focusFirstCross(root.current);
    else root.current.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };
  const follow = (event: FormEvent<HTMLElement>) => {
    const words = typedAround(event.target);
    if (words !== null) setTyped(words);
  };
  const hold = (event: FormEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    const first = checksFor(typedIn(event.target)).find((check) => check.outcome === "in-the-way");
    if (first === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(first);
  };

  const take = (review: ReviewView) => {
    const form = root.current?.querySelector<HTMLFormElement>("form:has([name=takenFromId])");
    if (form == null) return;
    const words = Object.entries(review.suggestion ?? {});
    for (const [name, value] of [["takenFromId", review.id] as const, ...words]) writeField(form, name, value ?? "");
    focusFirst(form, new Set(words.map(([name]) => name)));
  };

  return (
    <div ref={root}>
      <section className="sec" aria-label={stageHeads.propose}>
        <h2>
          {stageHeads.propose} <small>{countWords(checks)}</small>
        </h2>
        <Checklist
          checks={checks}
          help={(check) => (
            <GateHelp {...{ claim, check }} stage="propose" leads={claim.may.edit} action={overrideGate} />
          )}
        />
      </section>
      <section className="sec" aria-label="Verdict" onInput={follow} onSubmitCapture={hold}>
        {children}
        {latest !== undefined && <Suggestions revision={latest} onTake={take} />}
        <Form
          action={send}
          label="Propose a verdict"
          hidden={{ claimId: claim.id, rowVersion: String(claim.rowVersion) }}
          makesId
          initial={draft}
          draftKey={draftKeyOf("verdict", claim.id)}
        >
          <input type="hidden" name="takenFromId" defaultValue={draft?.takenFromId ?? ""} />
          {isSentence ? (
            <SentenceField rating={claim.ratings[0]} defaultValue={start.sentence} />
          ) : (
            <RatingChoice ratings={claim.ratings} defaultValue={start.ratingId} chosen={typed.ratingId ?? ""} />
          )}
          <div className="stack">
            <TextArea
              name="rationale"
              label="Rationale"
              hint="The report prints it: say what the evidence shows."
              defaultValue={start.rationale}
              maxLength={20_000}
              rows={5}
            />
            <div className="two">
              <DateField name="asOf" label="As of" defaultValue={today} max={today} />
              <TextArea
                name="suggestedWording"
                label="Suggested wording"
                defaultValue={start.suggestedWording}
                maxLength={2000}
                rows={2}
              />
            </div>
          </div>
          <div className="acts">
            <SubmitButton>Propose verdict</SubmitButton>
            <span className="why">
              {missing === undefined ? "A colleague reviews it next." : doWords(missing, claim.gates.overrideBarredBy)}
            </span>
          </div>
        </Form>
      </section>
    </div>
  );
}
