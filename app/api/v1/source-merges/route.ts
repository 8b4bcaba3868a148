import { mergeSources as merging, partSource as parting } from "#lib/schemas/source.ts";
import { runRoute } from "#lib/server/route.ts";
import { mergeSources } from "#lib/server/use-cases/merge-sources.ts";
import { partSource } from "#lib/server/use-cases/part-source.ts";

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema: merging, request, work: mergeSources });
}

export async function DELETE(request: Request): Promise<Response> {
  return await runRoute({ schema: parting, request, work: partSource });
}
