"use client";

import { useMemo, useState } from "react";
import { sendFields } from "#components/ui/send-fields.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Options = { claimId: string; pieces: readonly EvidenceView[]; action: FormAction };

/** The pieces in the order that was asked for last, at once; and what moves one to another place, with an undo. */
export function useEvidenceOrder({ claimId, pieces, action }: Options) {
  const [asked, setAsked] = useState<{ of: readonly EvidenceView[]; ids: readonly string[] } | null>(null);
  const shown = useMemo(() => {
    // what arrives from the server after that is in its order already
    if (asked === null || asked.of !== pieces) return pieces;
    const places = new Map(asked.ids.map((id, place) => [id, place]));
    return pieces.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  }, [pieces, asked]);

  const save = async (ids: readonly string[], was: readonly string[]) =>
    await sendFields(action, { claimId, ids: ids.join(" "), was: was.join(" ") });

  /** Puts the piece at `from` where the one at `to` stands; places count from 0. */
  const move = async (from: number, to: number) => {
    const before = shown.map((piece) => piece.id);
    const after = before.toSpliced(from, 1).toSpliced(to, 0, ...before.slice(from, from + 1));
    if (from === to || to < 0 || to >= before.length) return;
    const [first, end] = [Math.min(from, to), Math.max(from, to) + 1];
    const [was, ids] = [before.slice(first, end), after.slice(first, end)];
    setAsked({ of: pieces, ids: after });
    const refused = await save(ids, was);
    if (refused !== null) {
      setAsked(null);
      showToast(refused);
      return;
    }
    const undo = async () => showToast((await save(was, ids)) ?? "The order is as it was.");
    showToast(`Evidence moved to place ${to + 1}.`, () => void undo());
  };
  return { shown, move };
}
