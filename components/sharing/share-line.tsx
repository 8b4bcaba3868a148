"use client";

import { Form } from "#components/ui/form.tsx";
import { FocusGoesTo } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ReportLink } from "#lib/domain/publication.ts";

const standings = { open: "Open", expired: "Expired", revoked: "Revoked" } as const;

/** One link: for whom, to what, who made it, how it stands, and while it is open the way to revoke it. */
export function ShareLine({ link, revoke }: { link: ReportLink; revoke: FormAction }) {
  const { id, name, edition, createdBy, createdAt, expiresAt, openedAt, standing } = link;
  const whose = name === "" ? "this link" : `the link for ${name}`;
  return (
    <li>
      <div>
        <p>
          <b>{name === "" ? "A link without a name" : <bdi>{name}</bdi>}</b>
          {edition === null ? ", always the newest edition" : `, edition ${edition}`}
        </p>
        <p className="meta">
          <span>
            Made by <bdi>{createdBy}</bdi>, <Moment iso={createdAt} />
          </span>
          <span>
            {standing === "expired" ? "expired" : "expires"} <Moment iso={expiresAt} />
          </span>
          <span>
            {openedAt === null ? (
              "not opened"
            ) : (
              <>
                first opened <Moment iso={openedAt} />
              </>
            )}
          </span>
        </p>
        {standing === "open" && (
          <details className="unfold">
            <summary>
              Revoke<span className="vh"> {whose}</span>
            </summary>
            <Form
              action={revoke}
              label={`Revoke ${whose}`}
              hidden={{ id }}
              onSaved={() => showToast("The link is revoked. It opens nothing any more.")}
            >
              <FocusGoesTo name="share" />
              <div className="acts mt-0">
                <SubmitButton variant="plain">Revoke the link</SubmitButton>
                <span className="why">It opens nothing any more, at once. This cannot be taken back.</span>
              </div>
            </Form>
          </details>
        )}
      </div>
      <span className="side">{standings[standing]}</span>
    </li>
  );
}
