import { answerWording as schema } from "#lib/schemas/edition.ts";
import { runRoute } from "#lib/server/route.ts";
import { answerWording } from "#lib/server/use-cases/answer-wording.ts";

type Path = { params: Promise<{ claimId: string }> };

export async function POST(request: Request, { params }: Path): Promise<Response> {
  return await runRoute({ schema, request, path: await params, work: answerWording });
}
