"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { claimsWords } from "#lib/domain/plan.ts";
import type { PlacingPage, PlacingRow } from "#lib/domain/version-views.ts";

type Props = {
  /** The claims to withdraw; none closes the dialog. */
  rows: readonly PlacingRow[];
  articleId: string;
  version: PlacingPage["version"];
  action: FormAction;
  onClose: () => void;
  done: (ids: readonly string[]) => void;
};

/** Ends work on claims that the new version no longer makes, for one reason. */
export function WithdrawDialog({ rows, articleId, version, action, onClose, done }: Props) {
  const ids = rows.map((row) => row.claimId);
  const [first] = rows;
  const title = rows.length === 1 && first ? `Withdraw claim ${first.number}` : `Withdraw ${claimsWords(rows.length)}`;
  return (
    <Dialog open={rows.length > 0} title={title} onClose={onClose}>
      {rows.length > 1 && <p className="soft">Claims {rows.map((row) => row.number).join(", ")}.</p>}
      <Form
        action={action}
        label={title}
        className="stack"
        hidden={{ articleId, versionId: version.id }}
        onSaved={() => done(ids)}
      >
        <input type="hidden" name="claimIds" value={ids.join(" ")} readOnly />
        <TextArea
          name="reason"
          label={rows.length === 1 ? "Why it is withdrawn" : "Why they are withdrawn"}
          hint="Withdrawn claims leave the queue, and the report says that they were withdrawn. They can be restored."
          maxLength={1000}
          rows={2}
        />
        <div className="acts">
          <SubmitButton>{title}</SubmitButton>
          <Button variant="bare" onClick={onClose}>
            {rows.length === 1 ? "Keep it" : "Keep them"}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
