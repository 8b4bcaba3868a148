import { editionFormats } from "#lib/domain/edition.ts";
import { type EditionFile, needsSidecar, sidecarOf } from "#lib/formats/edition/write-edition.ts";
import { writtenOrWhy } from "#lib/server/public/unwritten.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { failed, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";
import { writeApart } from "#lib/server/writing-threads.ts";

type Path = { params: Promise<{ editionId: string }> };

/** An edition as a file: `?format=json` and the others; `&proof=1` is what goes beside a file that cannot hold it. */
export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { editionId } = await params;
  return await guarded("edition", () => download(new URL(request.url).searchParams, editionId));
}

async function download(asked: URLSearchParams, editionId: string): Promise<Response> {
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const format = editionFormats.find((known) => known === (asked.get("format") ?? "json"));
  if (format === undefined) return problem(400, `Choose one of the formats ${editionFormats.join(", ")}.`);
  const edition = await editionById(session.context, editionId);
  if (!edition.ok) return failed(edition.error);
  const written = await writtenOrWhy(edition.value, format, () => writeApart(edition.value, format));
  if (!written.ok) return problem(500, written.why);
  const besides = asked.get("proof") === "1" && needsSidecar(format);
  return fileAnswer(besides ? sidecarOf(edition.value, written.made.fileName) : written.made);
}

/** The name in plain ASCII, with the title's own letters beside it (RFC 6266, RFC 8187). */
function fileAnswer({ bytes, type, fileName }: EditionFile): Response {
  const plain = fileName.normalize("NFKD").replace(/[^A-Za-z0-9.-]+/g, "");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
    },
  });
}
