"use client";

import { useTransition } from "react";
import { KeepCopyButton } from "#components/capture/keep-copy.tsx";
import { KeepFile } from "#components/capture/keep-file.tsx";
import type { ClaimActions } from "#components/claim/claim-actions.ts";
import { EvidenceItem } from "#components/evidence/evidence-item.tsx";
import type { OriginNote } from "#components/evidence/origins.ts";
import { removeWithUndo } from "#components/evidence/remove-evidence.ts";
import { Icon } from "#components/ui/icon.tsx";
import { FocusGoesTo, Opener } from "#components/ui/opened.tsx";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";

type Props = {
  claimId: string;
  evidence: EvidenceView;
  /** Its place in the list, from 0, and how many pieces there are. */
  index: number;
  count: number;
  origin: OriginNote | undefined;
  /** Null for those who may only read. */
  actions: ClaimActions | null;
  move: (from: number, to: number) => Promise<void>;
  onEdit: () => void;
};

/** A piece of evidence with what can be done with it. */
export function EvidenceRow({ claimId, evidence, index, count, origin, actions, move, onEdit }: Props) {
  const [busy, startTransition] = useTransition();
  const own = { claimId, evidence, number: index + 1, origin };
  if (actions === null) return <EvidenceItem {...own} />;
  const { source } = evidence;
  const named = <span className="vh"> evidence {index + 1}</span>;
  const remove = () => {
    if (busy) return;
    const { removeEvidence, restoreEvidence } = actions;
    startTransition(() => removeWithUndo({ evidence, remove: removeEvidence, restore: restoreEvidence }));
  };
  const moveTo = async (to: number, way: "up" | "down") => {
    await move(index, to);
    // the button went to another place with its item, and at the ends of the list it is closed
    const isOpen = way === "up" ? to > 0 : to < count - 1;
    const wanted = isOpen ? way : way === "up" ? "down" : "up";
    const buttons = document.querySelectorAll<HTMLElement>(`[data-move="${wanted} ${evidence.id}"]`);
    for (const button of buttons) button.focus();
  };
  const copied = { sourceId: source.id, evidenceId: evidence.id, keep: actions.evidence.keep };
  const keep =
    !evidence.confidential &&
    (source.address === "" ? (
      <KeepFile {...copied} claimId={claimId} number={index + 1} />
    ) : (
      <KeepCopyButton {...copied} address={source.address} />
    ));
  return (
    <EvidenceItem {...own} keep={keep}>
      <Opener name={`evidence ${evidence.id}`} onClick={onEdit}>
        Edit{named}
      </Opener>
      <button type="button" className="textbtn" aria-disabled={busy || undefined} onClick={remove}>
        Remove{named}
      </button>
      {count > 1 && (
        <span className="moves">
          {index > 0 && (
            <button
              type="button"
              className="ib up"
              data-move={`up ${evidence.id}`}
              onClick={() => void moveTo(index - 1, "up")}
            >
              <Icon name="down" />
              <span className="vh">Move up{named}</span>
            </button>
          )}
          {index < count - 1 && (
            <button
              type="button"
              className="ib"
              data-move={`down ${evidence.id}`}
              onClick={() => void moveTo(index + 1, "down")}
            >
              <Icon name="down" />
              <span className="vh">Move down{named}</span>
            </button>
          )}
        </span>
      )}
      <FocusGoesTo name="evidence" />
    </EvidenceItem>
  );
}
