import { notFound } from "#lib/domain/failure.ts";
import { identifier } from "#lib/schemas/text.ts";
import { compareRevisions } from "#lib/server/queries/compare-revisions.ts";
import { runRead } from "#lib/server/route.ts";

type Path = { params: Promise<{ claimId: string }> };

const asked = identifier.nullable();

/** `?from=&to=` are ids of revisions; left out, the latest is compared with the one before it. */
export async function GET(request: Request, { params }: Path): Promise<Response> {
  const claimId = identifier.safeParse((await params).claimId);
  const query = new URL(request.url).searchParams;
  const [from, to] = [asked.safeParse(query.get("from")), asked.safeParse(query.get("to"))];
  return await runRead(async (context) =>
    claimId.success && from.success && to.success
      ? await compareRevisions(context, { claimId: claimId.data, from: from.data, to: to.data })
      : notFound(),
  );
}
