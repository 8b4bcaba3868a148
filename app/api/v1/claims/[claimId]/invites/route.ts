import { inviteOutsider as schema } from "#lib/schemas/outside.ts";
import { baseUrl } from "#lib/server/env.ts";
import { runRoute } from "#lib/server/route.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";

type Params = { params: Promise<{ claimId: string }> };

/** Answers the link once: only its digest is kept. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  return await runRoute({
    schema,
    request,
    path: await params,
    work: async (context, input) => {
      const outcome = await inviteOutsider(context, input);
      if (!outcome.ok) return outcome;
      const { id, token } = outcome.value;
      return { ok: true, value: { id, url: `${baseUrl()}/outside/${token}` } };
    },
  });
}
