import { sendFields } from "#components/ui/send-fields.ts";
import { showToast } from "#components/ui/toast.tsx";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Options = { evidence: EvidenceView; remove: FormAction; restore: FormAction };

/** Removes evidence at once and offers to undo it; removing raises its row version by one, which the undo names. */
export async function removeWithUndo({ evidence, remove, restore }: Options): Promise<void> {
  const { id, rowVersion } = evidence;
  const removed = await sendFields(remove, { id, rowVersion: String(rowVersion) });
  if (removed !== null) return showToast(removed);
  const undo = async () => {
    const refused = await sendFields(restore, { id, rowVersion: String(rowVersion + 1) });
    showToast(refused ?? "Evidence restored.");
  };
  showToast("Evidence removed.", () => void undo());
}
