"use client";

import { useState } from "react";
import { RareSection } from "#components/claim/rare-section.tsx";
import { ClaimPicker } from "#components/relation/claim-picker.tsx";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import { RelationList } from "#components/relation/relation-list.tsx";
import { SameSuggestions } from "#components/relation/same-suggestions.tsx";
import { SplitForm } from "#components/relation/split-form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: RelationActions };
type Opening = "split" | "merge" | "same";

/** What ties the claim to others, and the ways to split it, to merge another into it, or to call it the same. */
export function RelationsSection({ claim, actions }: Props) {
  const [open, setOpen] = useState<Opening | null>(null);
  const works = claim.may.edit && claim.state !== "withdrawn";
  const isEmpty = claim.relations.length === 0;
  if (!works && isEmpty) return null;
  const close = () => setOpen(null);
  const isSame = claim.relations.some((relation) => relation.kind === "same");
  return (
    <>
      {works && !isSame && <SameSuggestions claim={claim} actions={actions} />}
      <RareSection label="Related claims" note={isEmpty ? "none" : ""} isEmpty={isEmpty}>
        <RelationList claim={claim} actions={works ? actions : null} />
        {works && open === null && (
          <p className="factacts">
            {!claim.placement.needsPlacing && (
              <Opener name="split" onClick={() => setOpen("split")}>
                Split…
              </Opener>
            )}
            <Opener name="merge" onClick={() => setOpen("merge")}>
              Merge…
            </Opener>
            <Opener name="same" onClick={() => setOpen("same")}>
              Same as…
            </Opener>
          </p>
        )}
        {works && open === "split" && (
          <Opened name="split">
            <SplitForm claim={claim} action={actions.split} onDone={close} />
          </Opened>
        )}
        {works && (open === "merge" || open === "same") && (
          <Opened name={open}>
            <ClaimPicker key={open} claim={claim} actions={actions} purpose={open} onDone={close} />
          </Opened>
        )}
      </RareSection>
    </>
  );
}
