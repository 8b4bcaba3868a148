import { ok } from "#lib/domain/result.ts";
import { createSource as schema } from "#lib/schemas/source.ts";
import { sourceList } from "#lib/server/queries/source-list.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { createSource } from "#lib/server/use-cases/create-source.ts";

/** `?find=` are words, an address, a DOI or an ISBN; `?after=` is the `next` of the page before. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const [words, after] = [searchParams.get("find") ?? "", searchParams.get("after")];
  return await runRead(async (context) => ok(await sourceList(context, { words, kind: null, after })));
}

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: createSource });
}
