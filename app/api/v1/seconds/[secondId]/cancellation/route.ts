import { cancelSecond as schema } from "#lib/schemas/second.ts";
import { runRoute } from "#lib/server/route.ts";
import { cancelSecond } from "#lib/server/use-cases/cancel-second.ts";

type Path = { params: Promise<{ secondId: string }> };

export async function PUT(request: Request, { params }: Path): Promise<Response> {
  const { secondId } = await params;
  return await runRoute({ schema, request, path: { id: secondId }, work: cancelSecond });
}
