import { assetKinds } from "#lib/domain/capture-views.ts";
import { captureDownload } from "#lib/server/capture-download.ts";
import { problem } from "#lib/server/route.ts";

type Path = { params: Promise<{ captureId: string; kind: string }> };

/** What was made beside a copy: a picture of the page, or the page on paper. */
export async function GET(_: Request, { params }: Path): Promise<Response> {
  const { captureId, kind } = await params;
  const isKnown = assetKinds.some((known) => known === kind);
  return isKnown ? await captureDownload(captureId, kind) : problem(404, "There is nothing of this kind.");
}
