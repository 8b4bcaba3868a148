"use client";

import { RelationList } from "#components/relation/relation-list.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; action: FormAction };

/** On the review page: what the claim is tied to, and one decision for all places that share its verdict. */
export function SharedPlaces({ claim, action }: Props) {
  const latest = claim.revisions[0];
  const sharing = claim.relations.filter((relation) => relation.isShared);
  const places = sharing.length + (claim.state === "proposed" ? 1 : 0);
  if (claim.relations.length === 0) return null;
  const stands = claim.state === "proposed" || claim.state === "approved";
  const may = latest !== undefined && sharing.length > 0 && stands && claim.reviewBarredBy === null;
  return (
    <section className="sec" aria-label="Related claims">
      <h2>Related claims</h2>
      <RelationList claim={claim} actions={null} />
      {may && (
        <Form
          action={action}
          label="Approve at all places"
          makesId
          hidden={{ claimId: claim.id, revisionId: latest.id }}
          className="mt-4"
        >
          <div className="acts">
            <SubmitButton variant="plain">
              {places === 1 ? "Approve at that place" : `Approve at all ${places} places`}
            </SubmitButton>
            <span className="why">Places where you worked on the claim are left out and named.</span>
          </div>
        </Form>
      )}
    </section>
  );
}
