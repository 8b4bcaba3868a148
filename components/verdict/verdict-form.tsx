"use client";

import { type FormEvent, useRef, useState } from "react";
import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { DateField, TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { typedIn } from "#components/ui/form-values.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type Check, Checklist, checksOf } from "#components/verdict/checklist.tsx";
import { RatingChoice } from "#components/verdict/rating-choice.tsx";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  today: string;
  /** The statement is missing: open its form and go there. */
  onNeedStatement: () => void;
};

/**
 * Proposes a verdict: begins with the words of the latest revision, where there is one. The button stays pressable;
 * pressed with something in the way it moves focus there instead of sending.
 */
export function VerdictForm({ claim, action, today, onNeedStatement }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const latest = claim.revisions[0];
  const known = claim.ratings.some((rating) => rating.id === latest?.rating.id);
  const start = {
    ratingId: known ? (latest?.rating.id ?? "") : "",
    rationale: latest?.rationale ?? "",
    suggestedWording: latest?.suggestedWording ?? "",
  };
  const draft = claim.drafts.verdict;
  const [typed, setTyped] = useState<Typed>({ ...start, ...draft });
  const checksFor = (words: Typed) =>
    checksOf({
      statement: claim.fields.statement,
      evidence: claim.evidence.length,
      ratingId: words.ratingId ?? "",
      rationale: words.rationale ?? "",
    });
  const checks = checksFor(typed);
  const missing = checks.find((check) => !check.met);

  const goTo = (check: Check) => {
    if (check.key === "statement") return onNeedStatement();
    const name = check.key === "rating" ? "ratingId" : "rationale";
    root.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };
  const follow = (event: FormEvent<HTMLDivElement>) => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form !== null) setTyped(typedIn(form));
  };
  const hold = (event: FormEvent<HTMLDivElement>) => {
    if (!(event.target instanceof HTMLFormElement)) return;
    const first = checksFor(typedIn(event.target)).find((check) => !check.met);
    if (first === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(first);
  };

  return (
    <div ref={root} onInput={follow} onSubmitCapture={hold}>
      <Form
        action={action}
        label="Propose a verdict"
        hidden={{ claimId: claim.id, rowVersion: String(claim.rowVersion) }}
        makesId
        initial={draft}
        draftKey={draftKeyOf("verdict", claim.id)}
      >
        <RatingChoice ratings={claim.ratings} defaultValue={start.ratingId} chosen={typed.ratingId ?? ""} />
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
        <h3 className="sech mt-6">
          Before it can be proposed <small>{countWords(checks)}</small>
        </h3>
        <Checklist checks={checks} />
        <div className="acts">
          <SubmitButton>Propose verdict</SubmitButton>
          <span className="why">{missing === undefined ? "A colleague reviews it next." : sentences[missing.key]}</span>
        </div>
      </Form>
    </div>
  );
}

const sentences = {
  statement: "First write the statement in your own words.",
  evidence: "First link evidence, or explain in the rationale why there is none.",
  rating: "First choose a rating.",
  rationale: "First write the rationale.",
} as const;

function countWords(checks: readonly Check[]): string {
  const left = checks.filter((check) => !check.met).length;
  return left === 0 ? "all met" : `${left} of ${checks.length} in the way`;
}
