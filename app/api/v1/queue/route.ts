import { filterOf } from "#lib/domain/queue-filter.ts";
import { ok } from "#lib/domain/result.ts";
import { reviewQueue } from "#lib/server/queries/review-queue.ts";
import { runRead } from "#lib/server/route.ts";

/** The queue by the same names as its page's address, and `after`, the `next` of the page before. */
export async function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return await runRead(async (context) =>
    ok(await reviewQueue(context, { filter: filterOf(asked), after: asked.after ?? null })),
  );
}
