"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useState } from "react";
import { focusFirstCross } from "#components/verdict/checklist.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { ClaimGates } from "#lib/domain/gate.ts";

type Where = { readonly root: RefObject<HTMLElement | null>; readonly gates: ClaimGates };

/**
 * The action, for a form with a checklist in `root`: when the server refuses, because a gate closed meanwhile, the
 * claim is read anew and focus goes to the first cross of the list that arrives.
 */
export function useRefused(action: FormAction, { root, gates }: Where): FormAction {
  const router = useRouter();
  const [isRefused, setRefused] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when the claim was read anew
  useEffect(() => {
    if (isRefused && root.current !== null && focusFirstCross(root.current)) setRefused(false);
  }, [isRefused, gates]);
  return async (state, form) => {
    const next = await action(state, form);
    setRefused(next.kind === "refused");
    if (next.kind === "refused") router.refresh();
    return next;
  };
}
