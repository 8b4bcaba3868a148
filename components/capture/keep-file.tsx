"use client";

import { useState } from "react";
import { KeepCopy } from "#components/capture/keep-copy.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { claimId: string; sourceId: string; evidenceId: string; number: number; keep: FormAction };

/** For evidence whose source has no address: the form that keeps a file of it, behind a button. */
export function KeepFile({ claimId, sourceId, evidenceId, number, keep }: Props) {
  const [open, setOpen] = useState(false);
  const name = `file ${evidenceId}`;
  if (!open) {
    return (
      <Opener name={name} onClick={() => setOpen(true)}>
        Keep a file<span className="vh"> of evidence {number}</span>
      </Opener>
    );
  }
  return (
    <Opened name={name}>
      <KeepCopy {...{ claimId, sourceId, evidenceId, keep }} address="" onCancel={() => setOpen(false)} />
    </Opened>
  );
}
