import "server-only";
import { fileAnswer } from "#lib/server/file-answer.ts";
import { captureFile } from "#lib/server/queries/capture-by-id.ts";
import { failed, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

/** A file of a capture as a download; `which` is "bytes", "warc" or the kind of an asset. */
export function captureDownload(captureId: string, which: string): Promise<Response> {
  return guarded("capture", async () => {
    const session = await signedIn();
    if (session === null) return problem(401, "Sign in first.");
    const file = await captureFile(session.context, captureId, which);
    return file.ok ? fileAnswer(file.value, "This copy") : failed(file.error);
  });
}
