import { identifier } from "#lib/schemas/text.ts";
import { fileAnswer } from "#lib/server/file-answer.ts";
import { original } from "#lib/server/queries/original.ts";
import { failed, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

type Path = { params: Promise<{ versionId: string }> };

/** What a version was read from, byte for byte. */
export function GET(_: Request, { params }: Path): Promise<Response> {
  return guarded("original", async () => {
    const session = await signedIn();
    if (session === null) return problem(401, "Sign in first.");
    const id = identifier.safeParse((await params).versionId);
    if (!id.success) return problem(404, "There is no such version.");
    const file = await original(session.context, id.data);
    return file.ok ? fileAnswer(file.value, "The original") : failed(file.error);
  });
}
