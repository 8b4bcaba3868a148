import { ok } from "#lib/domain/result.ts";
import { captureSource, uploadCapture } from "#lib/schemas/capture.ts";
import { wholeNumber } from "#lib/schemas/text.ts";
import { captureSearch } from "#lib/server/queries/capture-search.ts";
import { runRead, runRoute } from "#lib/server/route.ts";
import { runUpload } from "#lib/server/upload-route.ts";
import { captureSource as keepAddress } from "#lib/server/use-cases/capture-source.ts";
import { uploadCapture as keepFile } from "#lib/server/use-cases/upload-capture.ts";

/** The desk's copies that hold `words`, twenty a page. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const page = wholeNumber(0, 10_000).safeParse(searchParams.get("page") ?? "0");
  const asked = { words: searchParams.get("words") ?? "", page: page.success ? page.data : 0 };
  return await runRead(async (context) => ok(await captureSearch(context, asked)));
}

/** Keeps a copy of a source: of its address, asked for as JSON, or a file in a form. */
export async function POST(request: Request): Promise<Response> {
  const isForm = request.headers.get("content-type")?.startsWith("multipart/form-data") === true;
  return isForm
    ? await runUpload({ schema: uploadCapture, request, work: keepFile, tooLarge })
    : await runRoute({ schema: captureSource, request, work: keepAddress });
}

const tooLarge = "This file is larger than 50 MB. Keep the part that matters.";
