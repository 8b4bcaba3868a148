import { editEvidence as editing, evidenceAt } from "#lib/schemas/evidence.ts";
import { runRoute } from "#lib/server/route.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";

type Path = { params: Promise<{ evidenceId: string }> };

export async function PATCH(request: Request, { params }: Path): Promise<Response> {
  const { evidenceId } = await params;
  return await runRoute({ schema: editing, request, path: { id: evidenceId }, work: editEvidence });
}

export async function DELETE(request: Request, { params }: Path): Promise<Response> {
  const { evidenceId } = await params;
  return await runRoute({ schema: evidenceAt, request, path: { id: evidenceId }, work: removeEvidence });
}
