"use client";

import Link from "next/link";
import { WithdrawForm } from "#components/claim/withdrawal.tsx";
import { placeHref } from "#components/placing/placing-actions.ts";
import { Form } from "#components/ui/form.tsx";
import { Opened } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import { typographicFold } from "#lib/domain/fold.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

const mendInPanel = "“Choose other words” in its panel changes it.";

type Props = {
  claim: ClaimView;
  confirm: FormAction;
  withdraw: FormAction;
};

/** The words of the claim changed in the present version: what they were, what is offered, and the three answers. */
export function PlacingBanner({ claim, confirm, withdraw }: Props) {
  const { placement, articleId, versionNumber, may } = claim;
  const { before, kind } = placement;
  const offered = kind === "changed";
  const isElsewhere =
    offered && before !== null && typographicFold(before.quote) === typographicFold(claim.quote.quote);
  // Words that are gone stand above already, as the claim's own.
  const showsBefore = before !== null && before.quote !== "" && (offered || before.quote !== claim.quote.quote);
  const says = before !== null && before.versionNumber === null ? annotationSentences : sentences;
  return (
    <section className="toplace" aria-label="Needs placing">
      <p>{says[isElsewhere ? "elsewhere" : kind](versionNumber)}</p>
      {showsBefore && (
        <>
          <p className="aside">{whereOf(before.versionNumber, offered ? versionNumber : null)}</p>
          {offered ? (
            <WordDiff before={before.quote} after={claim.quote.quote} />
          ) : (
            <p className="diff" dir="auto">
              {before.quote}
            </p>
          )}
        </>
      )}
      {may.edit ? (
        <>
          <div className="acts">
            {offered && (
              <Opened name="confirm-place">
                <Form
                  action={confirm}
                  label="Confirm the words"
                  hidden={{ articleId, versionId: placement.versionId, claimIds: claim.id }}
                  onSaved={() => showToast(`Claim ${claim.number} has its place. ${mendInPanel}`)}
                >
                  <SubmitButton variant="plain">Confirm these words</SubmitButton>
                </Form>
              </Opened>
            )}
            <Link className="btn" href={placeHref(articleId, claim.id)} prefetch={false} scroll={false}>
              {offered ? "Choose other words" : "Choose words in the text"}
            </Link>
          </div>
          <WithdrawForm claim={claim} action={withdraw} />
        </>
      ) : (
        <p className="soft">A checker has to decide where it stands now.</p>
      )}
    </section>
  );
}

function whereOf(from: number | null, to: number | null): string {
  if (from === null) return to === null ? "In the annotation" : `From the annotation to version ${to}`;
  return to === null ? `In version ${from}` : `From version ${from} to version ${to}`;
}

const sentences = {
  elsewhere: (version: number) => `The same words stand elsewhere in version ${version}. Confirm or choose others.`,
  exact: (version: number) => `The claim waits for its place in version ${version}.`,
  moved: (version: number) => `The claim waits for its place in version ${version}.`,
  changed: (version: number) => `The words changed in version ${version}. Confirm or choose others.`,
  ambiguous: (version: number) => `Several places in version ${version} fit. Choose one.`,
  lost: (version: number) => `These words are gone from version ${version}. Choose others, or withdraw the claim.`,
} as const;

/** Of a claim that came in from an annotation, while nobody has placed it. */
const annotationSentences = {
  ...sentences,
  elsewhere: (version: number) =>
    `Nothing tells whether these are the words in version ${version}. Confirm or choose others.`,
  changed: (version: number) =>
    `Version ${version} has other words than the annotation. Confirm them or choose others.`,
  ambiguous: (version: number) => `The words may stand in several places of version ${version}. Choose one.`,
  lost: (version: number) => `These words are not in version ${version}. Choose others, or withdraw the claim.`,
} as const;
