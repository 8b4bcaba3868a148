import { identifier } from "#lib/schemas/text.ts";
import { fileAnswer } from "#lib/server/file-answer.ts";
import { replyAttachment } from "#lib/server/queries/reply-attachment.ts";
import { failed, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

type Path = { params: Promise<{ attachmentId: string }> };

/** A file that came with a request for a reply or its answer, byte for byte. */
export function GET(_: Request, { params }: Path): Promise<Response> {
  return guarded("attachment", async () => {
    const session = await signedIn();
    if (session === null) return problem(401, "Sign in first.");
    const id = identifier.safeParse((await params).attachmentId);
    if (!id.success) return problem(404, "There is no such file.");
    const file = await replyAttachment(session.context, id.data);
    return file.ok ? fileAnswer(file.value, "The file") : failed(file.error);
  });
}
