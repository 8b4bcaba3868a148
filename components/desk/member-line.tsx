"use client";

import { useState } from "react";
import { TakerField } from "#components/queue/taker-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Day } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { roles, roleWords } from "#lib/domain/role.ts";
import type { MemberRow } from "#lib/domain/views.ts";

type Props = {
  member: MemberRow;
  isMe: boolean;
  /** Who can take their work over. */
  takers: readonly MemberView[];
  action: FormAction;
};

/** One person on the desk. Who leaves keeps what they wrote under their name. */
export function MemberLine({ member, isMe, takers, action }: Props) {
  const [leaving, setLeaving] = useState(false);
  const { id, name, email, role, joinedAt, leftAt, openClaims } = member;
  const row = { id, rowVersion: String(member.rowVersion) };
  return (
    <tr className={leftAt === null ? undefined : "gone"}>
      <td>
        <span className="name">
          <bdi>{name}</bdi>
        </span>
        {isMe && " (you)"}
        <span className="sub">
          <bdi>{email}</bdi>
        </span>
        <span className="sub">
          since <Day iso={joinedAt} />
          {leftAt !== null && (
            <>
              , left <Day iso={leftAt} />
            </>
          )}
        </span>
      </td>
      <td>
        {leftAt === null ? (
          <Form
            action={action}
            label={`Role of ${name}`}
            className="inrow"
            hidden={{ ...row, leaves: "" }}
            onSaved={() => showToast(`The role of ${name} is changed.`)}
          >
            <SelectField name="role" label="Role" defaultValue={role}>
              {roles.map((choice) => (
                <option key={choice} value={choice}>
                  {roleWords[choice]}
                </option>
              ))}
            </SelectField>
            <SubmitButton variant="plain">
              Save<span className="vh"> the role of {name}</span>
            </SubmitButton>
          </Form>
        ) : (
          roleWords[role]
        )}
      </td>
      <td>
        {leftAt === null ? (
          <Button variant="bare" onClick={() => setLeaving(true)}>
            {isMe ? (
              "Leave the desk"
            ) : (
              <>
                Remove<span className="vh"> {name}</span>
              </>
            )}
          </Button>
        ) : (
          <Form action={action} label={`Bring back ${name}`} hidden={{ ...row, role, leaves: "" }}>
            <SubmitButton variant="plain">
              Bring back<span className="vh"> {name}</span>
            </SubmitButton>
          </Form>
        )}
        <Dialog open={leaving} title={isMe ? "Leave this desk?" : `Remove ${name}?`} onClose={() => setLeaving(false)}>
          <p>
            {isMe
              ? "You can no longer open this desk, and only another administrator can bring you back. What you wrote stays, under your name."
              : "They can no longer open this desk. What they wrote stays, under their name."}
          </p>
          <Form
            action={action}
            label={`Remove ${name}`}
            className="stack"
            hidden={{ ...row, role, leaves: "yes" }}
            onSaved={() => setLeaving(false)}
          >
            {openClaims > 0 && <TakerField name="reassignTo" claims={openClaims} isMine={isMe} takers={takers} />}
            <div className="acts">
              <SubmitButton>{isMe ? "Leave the desk" : "Remove from the desk"}</SubmitButton>
              <Button onClick={() => setLeaving(false)}>{isMe ? "Stay" : "Keep"}</Button>
            </div>
          </Form>
        </Dialog>
      </td>
    </tr>
  );
}
