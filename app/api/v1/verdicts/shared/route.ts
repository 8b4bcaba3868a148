import { shareVerdict as schema } from "#lib/schemas/relation.ts";
import { runRoute } from "#lib/server/route.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";

/** Takes over the verdict of the claim that this one is the same as. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: shareVerdict });
}
