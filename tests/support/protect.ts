import type { EditEvidence } from "#lib/schemas/evidence.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { evidenceInput, good, type TestDesk } from "#tests/support/desk.ts";
import type { Fresh } from "#tests/support/fresh.ts";

/** Makes the source of a piece of evidence that the desk linked by `evidenceInput` confidential, or names it again. */
export async function protect(fresh: Fresh, desk: TestDesk, id: string, confidential = true): Promise<void> {
  const { claimId, sourceId, rowVersion } = await fresh.db.evidence.findFirstOrThrow({ where: { id } });
  const input: EditEvidence = {
    ...evidenceInput(claimId),
    id,
    sourceId,
    rowVersion,
    confidential,
    publicAs: "A clerk",
  };
  good(await editEvidence(desk.as("checker"), input));
}
