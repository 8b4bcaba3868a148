"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { claimsWords } from "#lib/domain/plan.ts";
import type { PlacingPage, PlacingRow } from "#lib/domain/version-views.ts";

type Props = {
  chosen: readonly PlacingRow[];
  articleId: string;
  version: PlacingPage["version"];
  may: PlacingPage["may"];
  action: FormAction;
  onWithdraw: () => void;
  onClear: () => void;
  done: (ids: readonly string[]) => void;
};

/** One answer for all the chosen claims. Only changed words can be confirmed; the others are left for another answer. */
export function ChosenBar({ chosen, articleId, version, may, action, onWithdraw, onClear, done }: Props) {
  if (chosen.length === 0) return null;
  const offered = chosen.filter((row) => row.offered !== null);
  const ids = offered.map((row) => row.claimId);
  const several = chosen.filter((row) => row.offered === null && row.candidates.length > 0).length;
  return (
    <section className="chosenbar" aria-label="Chosen claims">
      <b>{chosen.length} chosen</b>
      {may.place && offered.length > 0 && (
        <Form
          action={action}
          label="Confirm the chosen claims"
          hidden={{ articleId, versionId: version.id }}
          onSaved={() => done(ids)}
        >
          <input type="hidden" name="claimIds" value={ids.join(" ")} readOnly />
          <SubmitButton variant="plain">
            Confirm {claimsWords(offered.length)} <kbd>c</kbd>
          </SubmitButton>
        </Form>
      )}
      {may.place && offered.length < chosen.length && (
        <span className="why">{restWords(several, chosen.length - offered.length - several)}</span>
      )}
      {may.withdraw && (
        <button type="button" className="btn" onClick={onWithdraw}>
          Withdraw {claimsWords(chosen.length)} <kbd>w</kbd>
        </button>
      )}
      <button type="button" className="btn end" onClick={onClear}>
        Clear <kbd>Esc</kbd>
      </button>
    </section>
  );
}

function restWords(several: number, gone: number): string {
  const fit = several === 0 ? "" : several === 1 ? "1 fits several places" : `${several} fit several places`;
  const lost = gone === 0 ? "" : gone === 1 ? "1 is gone" : `${gone} are gone`;
  const what = [fit, lost].filter((words) => words !== "").join(", ");
  return several + gone === 1
    ? `${what}: choose its words, or withdraw it.`
    : `${what}: choose their words one by one.`;
}
