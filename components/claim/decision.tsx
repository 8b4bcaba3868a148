"use client";

import { type FormEvent, useMemo, useRef, useState } from "react";
import { draftKeyOf } from "#components/claim/claim-actions.ts";
import {
  commentHint,
  commentLabel,
  consequenceWords,
  decisionOptions,
  ownDecisionWords,
  sendWords,
} from "#components/claim/decision-words.ts";
import { SuggestWording } from "#components/claim/suggest-wording.tsx";
import { useLetterKeys } from "#components/desk/letter-keys.ts";
import { Pick } from "#components/evidence/pick.tsx";
import { DraftProvider } from "#components/ui/draft-provider.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import type { KeepDraft } from "#components/ui/form-context.ts";
import { typedAround, typedIn } from "#components/ui/form-values.ts";
import { Opened } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { focusFirstCross } from "#components/verdict/checklist.tsx";
import { doWords, gateChecks } from "#components/verdict/checks.ts";
import { GatesSection } from "#components/verdict/gates-section.tsx";
import { useRefused } from "#components/verdict/use-refused.ts";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { ClaimView, RevisionView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  overrideGate: FormAction;
  saveDraft: KeepDraft;
  me: MemberView;
};

/**
 * What has to hold before the latest revision is approved, then the reader's decision on it, or the sentence that says
 * why it is not theirs to make.
 */
export function Decision({ claim, action, overrideGate, saveDraft, me }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const send = useRefused(action, { root, gates: claim.gates });
  const latest = claim.revisions[0];
  const closed = latest === undefined ? null : closedBecause(claim, { latest, me });
  if (latest === undefined) return null;
  const hold = (event: FormEvent<HTMLDivElement>) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || typedIn(form).decision !== "approve" || root.current === null) return;
    if (!focusFirstCross(root.current)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={root} onSubmitCapture={hold}>
      {claim.state !== "withdrawn" && <GatesSection claim={claim} action={overrideGate} leads={false} />}
      <section className="sec decide">
        <h2>Your decision</h2>
        {closed === null ? (
          <Opened name="decide">
            <DecisionForm key={latest.id} {...{ claim, latest, saveDraft }} action={send} />
          </Opened>
        ) : (
          <p className="barred" tabIndex={-1} data-opens="decide">
            {closed}
          </p>
        )}
      </section>
    </div>
  );
}

type FormProps = Omit<Props, "me" | "overrideGate"> & { latest: RevisionView };

function DecisionForm({ claim, latest, action, saveDraft }: FormProps) {
  const root = useRef<HTMLDivElement>(null);
  const draft = draftFor(claim, latest);
  const [chosen, setChosen] = useState(draft?.decision ?? "");
  const keys = useMemo(() => {
    const choose = (decision: string) => () => {
      const radio = root.current?.querySelector<HTMLInputElement>(`[name=decision][value=${decision}]`);
      radio?.click();
      radio?.focus();
      return radio != null;
    };
    return { a: choose("approve"), b: choose("return") };
  }, []);
  useLetterKeys(".review", keys);
  const follow = (event: FormEvent<HTMLDivElement>) => {
    const typed = typedAround(event.target);
    if (typed !== null) setChosen(typed.decision ?? "");
  };

  return (
    <DraftProvider saveDraft={saveDraft}>
      <div ref={root} onInput={follow}>
        <Form
          action={action}
          label="Your decision"
          hidden={{ claimId: claim.id, revisionId: latest.id }}
          makesId
          initial={draft}
          draftKey={draftKeyOf("review", claim.id)}
          afterSave="clear"
          onSaved={() => setChosen("")}
        >
          <Pick name="decision" label="Decision" options={decisionOptions(claim.quorum)} />
          <TextArea name="comment" label={commentLabel(claim.quorum)} hint={commentHint} maxLength={10_000} rows={3} />
          <SuggestWording latest={latest} draft={draft} />
          <div className="acts">
            <SubmitButton>{sendWords(chosen, latest.number, claim.quorum)}</SubmitButton>
            <span className="why">{consequenceOf(chosen, claim)}</span>
          </div>
        </Form>
      </div>
    </DraftProvider>
  );
}

/** A draft about an older revision keeps its comment; its decision, and the words that it answered, were others. */
function draftFor(claim: ClaimView, latest: RevisionView): Typed | undefined {
  const kept = claim.drafts.review;
  return kept === undefined || kept.revisionId === latest.id ? kept : { comment: kept.comment ?? "" };
}

function consequenceOf(chosen: string, claim: ClaimView): string {
  const cross = gateChecks(claim.gates.checks).find((check) => check.outcome === "in-the-way");
  if (chosen === "approve" && cross !== undefined) return doWords(cross, claim.gates.overrideBarredBy);
  return consequenceWords(chosen, claim.quorum);
}

function closedBecause(claim: ClaimView, { latest, me }: { latest: RevisionView; me: MemberView }): string | null {
  if (claim.reviewBarredBy !== null) return claim.reviewBarredBy;
  const own = latest.reviews.find((review) => review.reviewer.id === me.id && review.decision !== "comment");
  if (own !== undefined) return ownDecisionWords(own.decision, latest.number, claim.quorum);
  if (claim.may.review) return null;
  const stands = claim.state === "approved" || claim.state === "published";
  if (stands) return "Nothing is left to decide: this verdict stands.";
  if (claim.state === "stale")
    return "This verdict is stale. A new revision has to be proposed before it can be reviewed.";
  return "Nothing is under review here at the moment.";
}
