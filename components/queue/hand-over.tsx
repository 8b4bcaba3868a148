"use client";

import { useRef, useState } from "react";
import type { BulkActions } from "#components/queue/chosen-claims.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormState } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { claimsWords, type Undoable } from "#lib/domain/plan.ts";

type Handed = Undoable<{ readonly id: string; readonly planVersion: number }>;

export type HandOverActions = Pick<BulkActions, "assign"> & {
  /** `memberId`, `to` (empty for nobody) */
  readonly handOver: (state: FormState, form: FormData) => Promise<Handed>;
};

type Props = {
  from: MemberView;
  /** How many open claims they have. */
  claims: number;
  /** Who can take work over. */
  takers: readonly MemberView[];
  actions: HandOverActions;
};

const mostUndone = 200;

/** Gives all open work of somebody who is away, or has too much, to another in one step. What they did stays theirs. */
export function HandOver({ from, claims, takers, actions }: Props) {
  const [open, setOpen] = useState(false);
  const answer = useRef<Handed | null>(null);
  const send = async (before: FormState, form: FormData) => {
    const next = await actions.handOver(before, form);
    answer.current = next;
    return next.state;
  };
  const takeBack = async (given: Handed["done"]) => {
    const back = await actions.assign({ set: { assigneeId: from.id }, claims: given });
    if (!back.ok) return showToast(back.sentence);
    const count = back.results.filter((result) => result.outcome === "done").length;
    showToast(`${claimsWords(count)} back with ${from.name}.`);
  };
  const told = () => {
    const { state, done = [] } = answer.current ?? {};
    const undo = done.length > 0 && done.length <= mostUndone ? () => void takeBack(done) : undefined;
    showToast(state?.kind === "saved" ? state.sentence : "", undo);
    setOpen(false);
  };
  const title = `Hand over the work of ${from.name}`;
  return (
    <>
      <Button variant="bare" onClick={() => setOpen(true)}>
        Hand over<span className="vh"> the work of {from.name}</span>
      </Button>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        <Form action={send} label={title} className="stack" hidden={{ memberId: from.id }} onSaved={told}>
          <SelectField
            name="to"
            label={claims === 1 ? "Their open claim goes to" : `Their ${claims} open claims go to`}
          >
            <option value="">Nobody: they wait in Unassigned</option>
            {takers
              .filter(({ id }) => id !== from.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </SelectField>
          <p className="soft">Due dates and priorities stay. Whoever takes it over is told.</p>
          <div className="acts">
            <SubmitButton>Hand over</SubmitButton>
            <Button variant="bare" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </Form>
      </Dialog>
    </>
  );
}
