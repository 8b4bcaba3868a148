"use client";

import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  action: FormAction;
  members: readonly MemberView[];
  me: MemberView;
  onDone: () => void;
};

/** Chooses who gives a second verdict; whoever worked on the claim or decided on the verdict is not in the list. */
export function AskSecondForm({ claim, action, members, me, onDone }: Props) {
  const gone = new Set([
    me.id,
    ...claim.contributors.map((person) => person.memberId),
    ...(claim.revisions[0]?.reviews ?? []).flatMap((vote) => (vote.decision === "comment" ? [] : [vote.reviewer.id])),
    ...claim.seconds.flatMap((second) => (second.given === null ? [] : [second.member.id])),
  ]);
  const free = members.filter((member) => !gone.has(member.id));
  if (free.length === 0) {
    return (
      <>
        <p className="soft">
          Nobody is left to ask: everybody on the desk worked on this claim or decided on its verdict already.
        </p>
        <div className="acts">
          <Button variant="bare" onClick={onDone}>
            Close
          </Button>
        </div>
      </>
    );
  }
  return (
    <Form
      action={action}
      label="Ask for a second verdict"
      className="stack"
      hidden={{ claimId: claim.id }}
      makesId
      onSaved={onDone}
    >
      <SelectField
        name="memberId"
        label="Whom to ask"
        hint="The first verdict is hidden from them from now on. Ask somebody who has not read it: what was seen cannot be unseen."
      >
        <option value="">Choose a colleague</option>
        {free.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </SelectField>
      <div className="acts">
        <SubmitButton variant="plain">Ask</SubmitButton>
        <Button variant="bare" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </Form>
  );
}
