import { captureDownload } from "#lib/server/capture-download.ts";

type Path = { params: Promise<{ captureId: string }> };

/** The bytes of a copy, exactly as they came. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  return await captureDownload((await params).captureId, "bytes");
}
