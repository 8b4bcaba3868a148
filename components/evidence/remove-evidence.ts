import { showToast } from "#components/ui/toast.tsx";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import { idle } from "#lib/domain/form-state.ts";

type Options = { evidence: EvidenceView; remove: FormAction; restore: FormAction };

/** Removes evidence at once and offers to undo it; removing raises its row version by one, which the undo names. */
export async function removeWithUndo({ evidence, remove, restore }: Options): Promise<void> {
  const removed = await sendRow(remove, { id: evidence.id, rowVersion: evidence.rowVersion });
  if (removed !== null) return showToast(removed);
  const undo = async () => {
    const refused = await sendRow(restore, { id: evidence.id, rowVersion: evidence.rowVersion + 1 });
    showToast(refused ?? "Evidence restored.");
  };
  showToast("Evidence removed.", () => void undo());
}

/** Null when it was done, else why not. */
async function sendRow(action: FormAction, row: { id: string; rowVersion: number }): Promise<string | null> {
  const form = new FormData();
  form.set("id", row.id);
  form.set("rowVersion", String(row.rowVersion));
  try {
    const state = await action(idle, form);
    if (state.kind === "saved" || state.kind === "idle") return null;
    if (state.kind === "refused") return state.sentence;
    return "Somebody changed this evidence first. Look at it again.";
  } catch {
    // Whatever went wrong on the way, nothing is known to have happened: the list still shows what stands.
    return "This was not done. Try again.";
  }
}
