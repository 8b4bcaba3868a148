"use client";

import { useState, useTransition } from "react";
import type { ClaimActions } from "#components/claim/claim-actions.ts";
import { EvidenceForm } from "#components/evidence/evidence-form.tsx";
import { EvidenceItem } from "#components/evidence/evidence-item.tsx";
import { evidenceCount, sharesOrigin } from "#components/evidence/origins.ts";
import { removeWithUndo } from "#components/evidence/remove-evidence.ts";
import { FocusGoesTo, Opened, Opener } from "#components/ui/opened.tsx";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = {
  claim: ClaimView;
  actions: ClaimActions;
  sources: readonly SourceView[];
  today: string;
  linking: boolean;
  onLinking: (open: boolean) => void;
};

/** The claim's evidence, each piece editable in its place, and the form for the next one. */
export function EvidenceList({ claim, actions, sources, today, linking, onLinking }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  const [busy, startTransition] = useTransition();
  const form = { claim, sources, today, find: actions.findSources };
  return (
    <section className="sec" aria-label="Evidence">
      <h2>
        Evidence <small>{evidenceCount(claim)}</small>
        {claim.may.edit && !linking && (
          <span className="sech-end">
            <Opener name="evidence" onClick={() => onLinking(true)}>
              Link evidence
            </Opener>
          </span>
        )}
      </h2>
      {claim.evidence.length === 0 && !linking && (
        <p className="faint">
          {claim.may.edit ? "No evidence yet. Link the passage that settles it." : "No evidence yet."}
        </p>
      )}
      {claim.evidence.length > 0 && (
        <ol className="evlist">
          {claim.evidence.map((evidence, index) =>
            editing === evidence.id ? (
              <li key={evidence.id} className="ev">
                <span className="num">{index + 1}</span>
                <Opened name={`evidence ${evidence.id}`}>
                  <EvidenceForm
                    {...form}
                    evidence={evidence}
                    action={actions.editEvidence}
                    onDone={() => setEditing(null)}
                  />
                </Opened>
              </li>
            ) : (
              <EvidenceItem
                key={evidence.id}
                evidence={evidence}
                number={index + 1}
                countsOnce={sharesOrigin(claim, index)}
              >
                {claim.may.edit && (
                  <>
                    <Opener name={`evidence ${evidence.id}`} onClick={() => setEditing(evidence.id)}>
                      Edit<span className="vh"> evidence {index + 1}</span>
                    </Opener>
                    <button
                      type="button"
                      className="textbtn"
                      aria-disabled={busy || undefined}
                      onClick={() => {
                        if (busy) return;
                        const { removeEvidence: remove, restoreEvidence: restore } = actions;
                        startTransition(() => removeWithUndo({ evidence, remove, restore }));
                      }}
                    >
                      Remove<span className="vh"> evidence {index + 1}</span>
                    </button>
                    <FocusGoesTo name="evidence" />
                  </>
                )}
              </EvidenceItem>
            ),
          )}
        </ol>
      )}
      {linking && (
        <Opened name="evidence">
          <EvidenceForm {...form} evidence={null} action={actions.linkEvidence} onDone={() => onLinking(false)} />
        </Opened>
      )}
    </section>
  );
}
