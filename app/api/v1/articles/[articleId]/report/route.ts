import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { reportById } from "#lib/server/queries/by-id.ts";
import { failed, fileOf, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

type Path = { params: Promise<{ articleId: string }> };

/** The report as a file: `?format=html`, `markdown` or `json`. */
export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { articleId } = await params;
  return await guarded("report", () => download(request, articleId));
}

async function download(request: Request, articleId: string): Promise<Response> {
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const asked = new URL(request.url).searchParams.get("format") ?? "html";
  const format = reportFormats.find((known) => known === asked);
  if (format === undefined) return problem(400, "Choose one of the formats html, markdown and json.");
  const report = await reportById(session.context, articleId);
  if (!report.ok) return failed(report.error);
  return fileOf(await writeReport(report.value, format), { format, title: report.value.article.title });
}
