"use client";

import { useEffect, useRef, useState } from "react";
import { WithdrawForm } from "#components/edition/withdraw-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { articleId: string; newest: EditionRow; withdraw: FormAction };

/** The way to take a check back, in a dialog; once it is, the same place says what that means. */
export function WithdrawSection({ articleId, newest, withdraw }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLElement>(null);
  const isMine = useRef(false);
  const { isWithdrawal } = newest;
  useEffect(() => {
    // The button that had the focus is gone with the check that could be withdrawn.
    if (isWithdrawal && isMine.current) place.current?.focus();
    if (isWithdrawal) isMine.current = false;
  }, [isWithdrawal]);
  return (
    <section ref={place} tabIndex={-1} className="sec" aria-labelledby="withdraw-head">
      <h2 id="withdraw-head">Withdraw the check</h2>
      {isWithdrawal ? (
        <p className="soft">
          It was withdrawn with edition {newest.number}. Earlier editions stay as they were frozen.
        </p>
      ) : (
        <div className="acts">
          <Button onClick={() => setOpen(true)}>Withdraw the check</Button>
          <span className="why">
            When the whole check should not stand. To mend one mistake, publish a correction instead.
          </span>
        </div>
      )}
      <Dialog open={open && !isWithdrawal} title="Withdraw the check" onClose={() => setOpen(false)}>
        <WithdrawForm
          articleId={articleId}
          number={newest.number + 1}
          withdraw={withdraw}
          onKeep={() => setOpen(false)}
          onSaved={() => {
            isMine.current = true;
            setOpen(false);
            showToast("The check is withdrawn.");
          }}
        />
      </Dialog>
    </section>
  );
}
