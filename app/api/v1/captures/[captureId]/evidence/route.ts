import { attachCapture as schema } from "#lib/schemas/capture.ts";
import { runRoute } from "#lib/server/route.ts";
import { attachCapture } from "#lib/server/use-cases/attach-capture.ts";

type Path = { params: Promise<{ captureId: string }> };

/** Binds evidence to this copy, or to words of it. */
export async function PUT(request: Request, { params }: Path): Promise<Response> {
  return await runRoute({ schema, request, path: await params, work: attachCapture });
}
