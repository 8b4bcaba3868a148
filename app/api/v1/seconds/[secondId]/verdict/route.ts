import { giveSecond as schema } from "#lib/schemas/second.ts";
import { runRoute } from "#lib/server/route.ts";
import { giveSecond } from "#lib/server/use-cases/give-second.ts";

type Path = { params: Promise<{ secondId: string }> };

export async function PUT(request: Request, { params }: Path): Promise<Response> {
  const { secondId } = await params;
  return await runRoute({ schema, request, path: { id: secondId }, work: giveSecond });
}
