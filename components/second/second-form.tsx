"use client";

import { type FormEvent, useState } from "react";
import { draftKeyOf } from "#components/claim/claim-actions.ts";
import { DateField, TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { typedAround } from "#components/ui/form-values.ts";
import { FocusGoesTo } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { RatingChoice } from "#components/verdict/rating-choice.tsx";
import { SentenceField } from "#components/verdict/sentence-field.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  /** `YYYY-MM-DD`. */
  today: string;
};

/** What whoever was asked for a second verdict has instead of the first: claim and evidence stand beside it. */
export function SecondForm({ claim, action, today }: Props) {
  const draft = claim.drafts.second;
  const [chosen, setChosen] = useState(draft?.ratingId ?? "");
  const [asked] = claim.seconds;
  if (asked === undefined) {
    return (
      <section className="sec" aria-label="Your verdict">
        <h2>Verdict</h2>
        <p className="soft">
          You owe a second verdict on a claim that says the same as this one. What others judged here stays hidden until
          it is in.
        </p>
      </section>
    );
  }
  const follow = (event: FormEvent<HTMLElement>) => {
    const typed = typedAround(event.target);
    if (typed !== null) setChosen(typed.ratingId ?? "");
  };
  return (
    <section className="sec" aria-label="Your verdict" onInput={follow}>
      <h2>Your verdict</h2>
      <p className="soft mb-4">
        <bdi>{asked.askedBy.name}</bdi> asked you for a second verdict. Judge the claim by its evidence alone: what
        others judged is hidden from you until yours is in. Then both stand side by side.
      </p>
      <Form
        action={action}
        label="Give your verdict"
        hidden={{ id: asked.id, claimId: claim.id, basisDigest: claim.basisDigest }}
        initial={draft}
        draftKey={draftKeyOf("second", claim.id)}
      >
        {claim.scaleKind === "sentence" ? (
          <SentenceField rating={claim.ratings[0]} defaultValue="" />
        ) : (
          <RatingChoice ratings={claim.ratings} defaultValue="" chosen={chosen} />
        )}
        <div className="stack">
          <TextArea
            name="rationale"
            label="Rationale"
            hint="It is read beside the first one: say what the evidence shows."
            maxLength={20_000}
            rows={5}
          />
          <DateField name="asOf" label="As of" defaultValue={today} max={today} />
        </div>
        <div className="acts">
          <SubmitButton>Give verdict</SubmitButton>
          <span className="why">It is given once and cannot be changed.</span>
        </div>
      </Form>
      <FocusGoesTo name="own verdict" />
    </section>
  );
}
