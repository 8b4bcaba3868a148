"use client";

import { useState } from "react";
import type { BulkActions } from "#components/queue/chosen-claims.tsx";
import { reached } from "#components/queue/reached.ts";
import { TakerField } from "#components/queue/taker-field.tsx";
import { useUndoable } from "#components/queue/use-undoable.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { UndoableAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { claimsWords, type HandedClaim, mostAtOnce } from "#lib/domain/plan.ts";

export type HandOverActions = Pick<BulkActions, "assign"> & {
  /** `memberId`, `to` (empty for nobody) */
  readonly handOver: UndoableAction<HandedClaim>;
};

type Props = {
  from: MemberView;
  /** How many open claims they have. */
  claims: number;
  /** Who can take work over. */
  takers: readonly MemberView[];
  actions: HandOverActions;
};

/** Gives all open work of somebody who is away, or has too much, to another in one step. What they did stays theirs. */
export function HandOver({ from, claims, takers, actions }: Props) {
  const [open, setOpen] = useState(false);
  const takeBack = async (given: readonly HandedClaim[]) => {
    const back = await reached(actions.assign({ set: { assigneeId: from.id }, claims: given }));
    if (!back.ok) return showToast(back.sentence);
    const count = back.results.filter((result) => result.outcome === "done").length;
    showToast(`${claimsWords(count)} back with ${from.name}.`);
  };
  const handing = useUndoable(actions.handOver, (sentence, done) => {
    const undo = done.length > 0 && done.length <= mostAtOnce ? () => void takeBack(done) : undefined;
    showToast(sentence, undo);
    setOpen(false);
  });
  const title = `Hand over the work of ${from.name}`;
  return (
    <>
      <Button variant="bare" onClick={() => setOpen(true)}>
        Hand over<span className="vh"> the work of {from.name}</span>
      </Button>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        <Form {...handing} label={title} className="stack" hidden={{ memberId: from.id }}>
          <TakerField name="to" claims={claims} takers={takers.filter(({ id }) => id !== from.id)} />
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
