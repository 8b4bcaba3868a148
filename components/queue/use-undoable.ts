import { useRef } from "react";
import type { FormState, Undoable, UndoableAction } from "#lib/domain/form-state.ts";

/** The props of a form whose answer can be undone. `told` gets what was done, in a sentence, and the claims it changed. */
export function useUndoable<Claim>(
  action: UndoableAction<Claim>,
  told: (sentence: string, done: readonly Claim[]) => void,
) {
  const answer = useRef<Undoable<Claim> | null>(null);
  const send = async (before: FormState, form: FormData) => {
    answer.current = await action(before, form);
    return answer.current.state;
  };
  const onSaved = () => {
    const { state, done } = answer.current ?? {};
    told(state?.kind === "saved" ? state.sentence : "", done ?? []);
  };
  return { action: send, onSaved };
}
