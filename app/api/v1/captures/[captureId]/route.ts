import { captureById } from "#lib/server/queries/capture-by-id.ts";
import { runRead } from "#lib/server/route.ts";

type Path = { params: Promise<{ captureId: string }> };

/** A kept copy with its text, and whether its bytes are still those that were kept. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { captureId } = await params;
  return await runRead((context) => captureById(context, captureId));
}
