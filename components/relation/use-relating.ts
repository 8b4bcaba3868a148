"use client";

import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { sendFields } from "#components/ui/send-fields.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";

/** Sends one thing at a time and says why it was refused; `id` names what is made and stays the same until it is done. */
export function useRelating(action: FormAction) {
  const [id, setId] = useState(() => uuidv7());
  const [busy, setBusy] = useState(false);
  const send = async (fields: Typed, done?: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const refused = await sendFields(action, fields);
    setBusy(false);
    if (refused === null) setId(uuidv7());
    showToast(refused ?? done ?? "Done.");
    return refused === null;
  };
  return { id, busy, send };
}
