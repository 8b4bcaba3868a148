"use client";

import { TextArea } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { PublishedKey } from "#lib/domain/edition.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

/** Names are "" where nobody is on record. */
export type KeyView = PublishedKey & {
  readonly createdBy: string;
  readonly revokedBy: string;
  readonly editions: number;
};

/** One key: what it is, what it signed, and, once retired, the way to revoke it. */
export function KeyLine({ line, revoke }: { line: KeyView; revoke: FormAction }) {
  const { keyId, publicKey, createdAt, createdBy, retiredAt, revokedAt, revokedBy, revokedReason, editions } = line;
  const signed =
    editions === 0 ? "Signed nothing yet" : `Signed ${editions} ${editions === 1 ? "edition" : "editions"}`;
  return (
    <li>
      <div>
        <p className="data" dir="ltr">
          {publicKey}
        </p>
        <p className="meta">
          <span>
            Made <Moment iso={createdAt} />
            {createdBy !== "" && (
              <>
                {" "}
                by <bdi>{createdBy}</bdi>
              </>
            )}
          </span>
          {retiredAt !== null && (
            <span>
              retired <Moment iso={retiredAt} />
            </span>
          )}
          <span>{signed}</span>
        </p>
        {revokedAt !== null && (
          <p>
            Revoked <Moment iso={revokedAt} /> by <bdi>{revokedBy}</bdi>: <bdi>{revokedReason}</bdi>
          </p>
        )}
        {revokedAt === null && retiredAt !== null && (
          <details className="unfold">
            <summary>Revoke this key</summary>
            <Form
              action={revoke}
              label="Revoke this key"
              hidden={{ id: keyId }}
              onSaved={() => showToast("The key is revoked.")}
            >
              <TextArea
                name="reason"
                label="Why"
                maxLength={500}
                hint="Everybody who checks a report signed with it reads this. It cannot be taken back."
              />
              <div className="acts">
                <SubmitButton variant="plain">Revoke the key</SubmitButton>
                <span className="why">
                  Do this when somebody else may have it. What it signed before stays verifiable.
                </span>
              </div>
            </Form>
          </details>
        )}
      </div>
      <span className="side">{revokedAt !== null ? "Revoked" : retiredAt !== null ? "Retired" : "Signs"}</span>
    </li>
  );
}
