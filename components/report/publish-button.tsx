"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { usePlanHere } from "#components/report/plan-provider.tsx";
import { PublishForm } from "#components/report/publish-form.tsx";
import type { ToPublish } from "#components/report/publish-words.ts";
import { editionCounts, insideWords } from "#components/report/publish-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { next: ToPublish; action: FormAction };

/** Opens the dialog that publishes; where something is in the way, says what, and leads there. */
export function PublishButton({ next, action }: Props) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { state, isDirty } = usePlanHere();
  const isUnsaved = isDirty || state.isBusy || state.base.rowVersion !== next.planVersion;
  const why = next.why ?? (isUnsaved ? "The plan is being saved; publish it then." : null);
  const inside = insideWords(state.base.template);
  const seeObstacles = () => document.getElementById("in-the-way")?.focus();
  const open = () => {
    if (why === null) setOpen(true);
    else if (next.why !== null) seeObstacles();
  };
  return (
    <div className="acts">
      <Button variant="go" aria-disabled={why !== null || undefined} onClick={open}>
        Publish edition {next.number}
      </Button>
      <span className="why">{why ?? "It is signed, and cannot be changed afterwards."}</span>
      <Dialog open={isOpen} title={`Publish edition ${next.number}`} onClose={() => setOpen(false)}>
        <p className="mb-4">
          {editionCounts(next)} It is signed and cannot be changed; what comes later is another edition.
        </p>
        {inside !== null && (
          <p className="refusal mb-4">
            <Icon name="warn" />
            <span>{inside}</span>
          </p>
        )}
        <PublishForm
          next={next}
          isSaved={!isUnsaved}
          action={action}
          onObstacle={() => {
            setOpen(false);
            // After the dialog has given the focus back.
            requestAnimationFrame(seeObstacles);
          }}
          onPublished={() => {
            setOpen(false);
            showToast(`Edition ${next.number} is published.`);
            router.push(`/articles/${next.articleId}/report/editions`);
          }}
        />
      </Dialog>
    </div>
  );
}
