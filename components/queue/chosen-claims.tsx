"use client";

import { useState } from "react";
import { ChangeDialog } from "#components/queue/change-dialog.tsx";
import { useChoosing } from "#components/queue/choosing.tsx";
import { EndDialog } from "#components/queue/end-dialog.tsx";
import { reached } from "#components/queue/reached.ts";
import { useChosenKeys } from "#components/queue/use-chosen-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { Answer, UndoableAction } from "#lib/domain/form-state.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { type BulkAnswer, type BulkPlan, type BulkWithdrawn, claimsWords, passedOver } from "#lib/domain/plan.ts";
import type { QueueRow } from "#lib/domain/queue-views.ts";

type Change = {
  readonly set: Partial<BulkPlan>;
  readonly claims: readonly { readonly id: string; readonly planVersion: number; readonly set?: BulkPlan }[];
};

export type BulkActions = {
  readonly assign: (change: Change) => Promise<Answer<BulkAnswer["results"]>>;
  /** `claims` (`id:state`, parted by spaces), `reason` */
  readonly withdraw: UndoableAction<string>;
  readonly restore: (wanted: { readonly ids: readonly string[] }) => Promise<Answer<BulkWithdrawn["results"]>>;
};

type Props = {
  rows: readonly QueueRow[];
  members: readonly MemberView[];
  me: MemberView;
  /** Whether this person may assign anybody, or only take and give up work of their own. */
  mayAssign: boolean;
  actions: BulkActions;
};

/** What can be done with the chosen claims at once, and how it is undone. */
export function ChosenClaims({ rows, members, me, mayAssign, actions }: Props) {
  const choosing = useChoosing();
  const [asking, setAsking] = useState<"change" | "end" | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const count = rows.filter((row) => choosing?.chosen.has(row.claimId)).length;
  useChosenKeys({ count, ask: () => setAsking("change"), leave: () => choosing?.chooseAll(false) });
  if (choosing === null) return null;
  const chosen = rows.filter((row) => choosing.chosen.has(row.claimId));
  const close = () => {
    setAsking(null);
    setProblem("");
  };
  const finish = () => {
    close();
    choosing.chooseAll(false);
  };

  const send = async (change: Change, said: (done: number) => string, undoable: "undo" | "final") => {
    setBusy(true);
    setProblem("");
    const answer = await reached(actions.assign(change)).finally(() => setBusy(false));
    if (!answer.ok) {
      if (asking !== null) setProblem(answer.sentence);
      return showToast(answer.sentence);
    }
    const done = answer.results.flatMap((result) => (result.outcome === "done" ? [result] : []));
    const rest = passedOver(answer.results);
    const back = { set: {}, claims: done.map(({ id, planVersion, before }) => ({ id, planVersion, set: before })) };
    const undo = () => void send(back, (restored) => `${claimsWords(restored)} as before`, "final");
    showToast(
      `${said(done.length)}${rest === "" ? "" : `; ${rest}`}.`,
      undoable === "undo" && done.length > 0 ? undo : undefined,
    );
    finish();
  };
  const change = (set: Partial<BulkPlan>) => {
    const claims = chosen.map(({ claimId, planVersion }) => ({ id: claimId, planVersion }));
    return send({ set, claims }, (done) => `${claimsWords(done)} changed`, "undo");
  };
  const bringBack = async (ids: readonly string[]) => {
    const answer = await reached(actions.restore({ ids }));
    if (!answer.ok) return showToast(answer.sentence);
    const done = answer.results.filter((result) => result.outcome === "done").length;
    const rest = passedOver(answer.results);
    showToast(`${claimsWords(done)} back, in progress${rest === "" ? "" : `; ${rest}`}.`);
  };
  const isAll = rows.length > 0 && chosen.length === rows.length;
  return (
    <>
      <div className="chosen" data-some={chosen.length > 0 ? "" : undefined}>
        <label className="tick">
          <input
            type="checkbox"
            checked={isAll}
            onChange={(event) => choosing.chooseAll(event.target.checked)}
            aria-label={`Choose all ${rows.length} shown`}
          />
          <span aria-live="polite">
            {chosen.length === 0 ? `Choose all ${rows.length}` : `${claimsWords(chosen.length)} chosen`}
          </span>
        </label>
        {chosen.length > 0 && (
          <div className="acts">
            <Button busy={busy} onClick={() => void change({ assigneeId: me.id })}>
              Assign to me
            </Button>
            <Button onClick={() => setAsking("change")}>Person, date, priority</Button>
            <Button onClick={() => setAsking("end")}>Withdraw</Button>
            <Button variant="bare" onClick={() => choosing.chooseAll(false)}>
              Choose none
            </Button>
          </div>
        )}
      </div>
      <ChangeDialog
        open={asking === "change"}
        title={`Change ${claimsWords(chosen.length)}`}
        members={mayAssign ? members : [me]}
        busy={busy}
        problem={problem}
        onClose={close}
        onChange={(set) => void change(set)}
      />
      <EndDialog
        rows={asking === "end" ? chosen : []}
        title={`Withdraw ${claimsWords(chosen.length)}`}
        action={actions.withdraw}
        onClose={close}
        onDone={(sentence, ended) => {
          showToast(sentence, ended.length === 0 ? undefined : () => void bringBack(ended));
          finish();
        }}
      />
    </>
  );
}
