"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimActions } from "#components/claim/claim-actions.ts";
import { EvidenceForm } from "#components/evidence/evidence-form.tsx";
import { EvidenceRow } from "#components/evidence/evidence-row.tsx";
import { MovableItem } from "#components/evidence/movable-item.tsx";
import { evidenceCount, originNotes } from "#components/evidence/origins.ts";
import { ReuseEvidence } from "#components/evidence/reuse-evidence.tsx";
import { SameWords } from "#components/evidence/same-words.tsx";
import { useEvidenceOrder } from "#components/evidence/use-evidence-order.ts";
import { useMoreEvidence } from "#components/evidence/use-more-evidence.ts";
import { Button } from "#components/ui/button.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
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

/** The claim's evidence, each piece editable in its place and movable to another, and the form for the next one. */
export function EvidenceList({ claim, actions, sources, today, linking, onLinking }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  const [reusing, setReusing] = useState(false);
  const { pieces, ...rest } = useMoreEvidence(claim, actions.evidence.more);
  const { shown, move } = useEvidenceOrder({ claimId: claim.id, pieces, action: actions.evidence.order });
  const drop = useCallback((from: number, to: number) => void move(from, to), [move]);
  const origins = useMemo(() => originNotes(shown), [shown]);
  const form = { claim, pieces: shown, sources, today, find: actions.findSources };
  const mayEdit = claim.may.edit;
  return (
    <section className="sec" aria-label="Evidence">
      <h2>
        Evidence <small>{evidenceCount({ ...claim, evidence: shown })}</small>
        {mayEdit && !linking && (
          <span className="sech-end">
            <Opener name="evidence" onClick={() => onLinking(true)}>
              Link evidence
            </Opener>
          </span>
        )}
      </h2>
      {shown.length === 0 && !linking && (
        <p className="faint">{mayEdit ? "No evidence yet. Link the passage that settles it." : "No evidence yet."}</p>
      )}
      {shown.length > 0 && (
        <ol className="evlist">
          {shown.map((evidence, index) => (
            <MovableItem
              key={evidence.id}
              index={index}
              list={claim.id}
              move={mayEdit && editing !== evidence.id && shown.length > 1 ? drop : null}
            >
              {editing === evidence.id ? (
                <div className="ev">
                  <span className="num">{index + 1}</span>
                  <Opened name={`evidence ${evidence.id}`}>
                    <EvidenceForm
                      {...form}
                      evidence={evidence}
                      action={actions.editEvidence}
                      onDone={() => setEditing(null)}
                    />
                  </Opened>
                </div>
              ) : (
                <EvidenceRow
                  {...{ evidence, index, move }}
                  claimId={claim.id}
                  count={shown.length}
                  origin={origins.get(evidence.id)}
                  actions={mayEdit ? actions : null}
                  onEdit={() => setEditing(evidence.id)}
                />
              )}
              {mayEdit && evidence.sameWordsAs !== null && (
                <SameWords
                  {...{ evidence }}
                  claimId={claim.id}
                  number={index + 1}
                  earlier={1 + shown.findIndex((other) => other.id === evidence.sameWordsAs)}
                  settle={actions.evidence.settle}
                />
              )}
            </MovableItem>
          ))}
        </ol>
      )}
      <Rest {...rest} shown={shown.length} all={claim.evidenceCount} />
      {linking && (
        <Opened name="evidence">
          <EvidenceForm {...form} evidence={null} action={actions.linkEvidence} onDone={() => onLinking(false)} />
        </Opened>
      )}
      {mayEdit && !linking && !reusing && (
        <p className="reuse-opener">
          <Opener name="reuse" onClick={() => setReusing(true)}>
            Use evidence of an earlier check
          </Opener>
        </p>
      )}
      {reusing && (
        <Opened name="reuse">
          <ReuseEvidence claimId={claim.id} actions={actions.evidence} onDone={() => setReusing(false)} />
        </Opened>
      )}
    </section>
  );
}

type RestProps = Omit<ReturnType<typeof useMoreEvidence>, "pieces"> & { shown: number; all: number };

/** What is not on the page yet. */
function Rest({ left, canLoad, loading, failed, loadMore, shown, all }: RestProps) {
  const before = useRef<number | null>(null);
  // the button may be gone with what it loaded: reading goes on at the first new piece
  useEffect(() => {
    if (before.current === null || shown <= before.current) return;
    const [first] = [...document.querySelectorAll(".evlist > li")].slice(before.current);
    before.current = null;
    first?.querySelector<HTMLElement>("button, a[href]")?.focus();
  }, [shown]);
  const load = () => {
    if (loading) return;
    before.current = shown;
    loadMore();
  };
  if (left <= 0) return null;
  return (
    <div className="evrest">
      <p className="faint" role="status">
        {failed
          ? "The next pieces were not read. Try again."
          : `The first ${shown.toLocaleString("en")} of ${all.toLocaleString("en")} pieces.`}
      </p>
      {canLoad && (
        <Button busy={loading} onClick={load}>
          Show {Math.min(100, left)} more
        </Button>
      )}
    </div>
  );
}
