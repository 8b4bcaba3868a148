import { reviewPlaces as schema } from "#lib/schemas/relation.ts";
import { runRoute } from "#lib/server/route.ts";
import { reviewPlaces } from "#lib/server/use-cases/review-places.ts";

/** Approves a verdict and every place that shares it. */
export async function POST(request: Request): Promise<Response> {
  return await runRoute({ schema, request, work: reviewPlaces });
}
