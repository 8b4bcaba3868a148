import type { Report } from "#lib/domain/report.ts";
import { reportCss } from "#lib/formats/report/report-css.ts";
import { reportFontFaces } from "#lib/formats/report/report-fonts.ts";
import { reportToHtml } from "#lib/formats/report/report-html.ts";
import { reportToJson } from "#lib/formats/report/report-json.ts";
import { reportToMarkdown } from "#lib/formats/report/report-markdown.ts";

export const reportFormats = ["html", "markdown", "json"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportFiles: Readonly<Record<ReportFormat, { readonly type: string; readonly ending: string }>> = {
  html: { type: "text/html; charset=utf-8", ending: "html" },
  markdown: { type: "text/markdown; charset=utf-8", ending: "md" },
  json: { type: "application/json", ending: "json" },
};

/** The report in one of its formats, as text to be written in UTF-8. */
export async function writeReport(report: Report, format: ReportFormat): Promise<string> {
  switch (format) {
    case "html":
      return reportToHtml(report, { css: reportCss, fonts: await reportFontFaces() });
    case "markdown":
      return reportToMarkdown(report);
    case "json":
      return reportToJson(report);
  }
}
