import { captureDownload } from "#lib/server/capture-download.ts";

type Path = { params: Promise<{ captureId: string }> };

/** A copy as a WARC file, for other tools to replay. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  return await captureDownload((await params).captureId, "warc");
}
