import { letStand as schema } from "#lib/schemas/let-stand.ts";
import { identifier } from "#lib/schemas/text.ts";
import { surroundingsPage } from "#lib/server/queries/surroundings-page.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { letStand } from "#lib/server/use-cases/let-stand.ts";

export async function GET(request: Request): Promise<Response> {
  const after = identifier.safeParse(new URL(request.url).searchParams.get("after"));
  return await runRead((context) => surroundingsPage(context, { after: after.success ? after.data : null }));
}

export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: letStand });
}
