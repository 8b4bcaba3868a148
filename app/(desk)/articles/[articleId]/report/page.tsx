import type { Metadata } from "next";
import { NextEdition } from "#components/report/next-edition.tsx";
import { nextEditionView } from "#components/report/next-view.ts";
import { reportLanguages } from "#lib/formats/report/voice.ts";
import { can } from "#lib/policy/can.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { pageContext } from "#lib/server/session.ts";
import { changePlan, publish } from "../../../report-actions.ts";

export const metadata: Metadata = { title: "Report" };

type Props = {
  params: Promise<{ articleId: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
};

export default async function ReportPage({ params, searchParams }: Props) {
  const { articleId } = await params;
  const { from } = await searchParams;
  const context = await pageContext();
  const preview = shown(await editionPreview(context, articleId));
  const editions = shown(await editionsOfArticle(context, articleId));
  const next = nextEditionView(preview, { editions, from: placeOf(from) });
  const { actor } = context;
  const mayPublish = can(actor, "report.plan", actor) && can(actor, "report.publish", actor);
  return (
    <NextEdition
      next={next}
      languages={languagesOf(preview.report.article.language ?? "")}
      actions={mayPublish ? { plan: changePlan, publish } : null}
    />
  );
}

/** From 1; what is no place is the first. */
function placeOf(from: string | string[] | undefined): number {
  const place = typeof from === "string" && /^\d{1,6}$/.test(from) ? Number(from) : 1;
  return Math.max(1, place);
}

function languagesOf(own: string) {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const known = reportLanguages.map((tag) => ({ tag, name: names.of(tag) ?? tag }));
  return [{ tag: "", name: `The article’s own${own === "" ? "" : ` (${names.of(own) ?? own})`}` }, ...known];
}
