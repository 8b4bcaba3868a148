import { exactId } from "#lib/server/public/report-path.ts";
import { publishedKeys } from "#lib/server/queries/published-keys.ts";
import { guarded, problem } from "#lib/server/route.ts";
import { anonymousContext } from "#lib/server/session.ts";

type Context = { readonly params: Promise<{ deskId: string }> };

/**
 * A desk's public keys as JSON, without a session and for every site; `/.well-known/stet-keys/DESKID` comes here. Five
 * minutes in a cache are the longest that a revocation may take to be known.
 */
export function GET(_: Request, { params }: Context): Promise<Response> {
  return guarded("keys", async () => {
    const deskId = exactId((await params).deskId);
    const keys = deskId === null ? null : await publishedKeys(anonymousContext(), deskId);
    if (keys === null) return problem(404, "There is no desk of this name here.");
    const headers = { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" };
    return Response.json(keys, { headers });
  });
}
