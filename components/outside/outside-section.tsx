"use client";

import Link from "next/link";
import { useState } from "react";
import { RareSection } from "#components/claim/rare-section.tsx";
import { InviteOutsiderForm } from "#components/outside/invite-outsider-form.tsx";
import type { OutsideActions } from "#components/outside/outside-actions.ts";
import { Form } from "#components/ui/form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { InviteView } from "#lib/domain/outside.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: OutsideActions };

/**
 * People from outside who were asked about this claim, and the way to ask one. When too few are left who could review the
 * verdict, everybody reads so here, with the ways out.
 */
export function OutsideSection({ claim, actions }: Props) {
  const [asking, setAsking] = useState(false);
  const lacks = claim.state === "proposed" && !claim.isBlind && claim.reviewersLeft < claim.quorum.needed;
  const may = claim.may.assign && !claim.isBlind && claim.state !== "withdrawn";
  if (!lacks && !may && claim.invites.length === 0) return null;
  return (
    <RareSection
      className="outside"
      label="People from outside"
      note="asked by a link, about this claim only"
      isEmpty={!lacks && claim.invites.length === 0}
    >
      {lacks && <NobodyLeft claim={claim} may={may} />}
      {claim.invites.length > 0 && (
        <ul className="lines">
          {claim.invites.map((invite) => (
            <Invite key={invite.id} invite={invite} actions={actions} />
          ))}
        </ul>
      )}
      {may && !asking && (
        <Opener name="outside" className="textbtn mt-2" onClick={() => setAsking(true)}>
          Ask somebody from outside
        </Opener>
      )}
      {may && asking && (
        <Opened name="outside">
          <InviteOutsiderForm
            claimId={claim.id}
            purpose={lacks ? "review" : "expert"}
            invite={actions.invite}
            onDone={() => setAsking(false)}
          />
        </Opened>
      )}
    </RareSection>
  );
}

function NobodyLeft({ claim, may }: { claim: ClaimView; may: boolean }) {
  const { reviewersLeft, quorum } = claim;
  return (
    <p className="mb-3">
      {reviewersLeft === 0
        ? "Everybody who could review this verdict has worked on it. "
        : `This verdict needs ${quorum.needed} approvals, and only ${reviewersLeft} who could review it did not work on it. `}
      {claim.may.invite ? (
        <>
          Ask somebody from outside to review it, or{" "}
          <Link className="link" href="/settings/colleagues#invite-head" prefetch={false}>
            invite another editor
          </Link>
          .
        </>
      ) : may ? (
        "Ask somebody from outside to review it, or have an administrator invite another editor."
      ) : (
        "An editor can ask somebody from outside to review it, or an administrator can invite another editor."
      )}
    </p>
  );
}

function Invite({ invite, actions }: { invite: InviteView; actions: OutsideActions }) {
  const { person, purpose, state, openedAt, expiresAt } = invite;
  return (
    <li>
      <b>
        <bdi>{person.name}</bdi>
      </b>
      {purpose === "review" ? ", to review the verdict" : ", for what they know"}.{" "}
      <span className="faint">
        {state === "revoked" && "The link is revoked."}
        {state === "expired" && (
          <>
            The link expired, <Moment iso={expiresAt} />.
          </>
        )}
        {state === "open" && (
          <>
            {openedAt === null ? "Not opened yet" : "Opened"}; until <Moment iso={expiresAt} />.
          </>
        )}
      </span>
      {state === "open" && (
        <Form action={actions.revoke} label={`Revoke the link of ${person.name}`} hidden={{ id: invite.id }}>
          <SubmitButton variant="bare">
            <span>
              Revoke<span className="vh"> the link of {person.name}</span>
            </span>
          </SubmitButton>
        </Form>
      )}
    </li>
  );
}
