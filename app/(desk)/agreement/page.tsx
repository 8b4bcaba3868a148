import type { Metadata } from "next";
import { Agreement } from "#components/second/agreement.tsx";
import { agreementRange } from "#lib/schemas/second.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { agreementPage } from "#lib/server/queries/agreement-page.ts";
import { pageContext } from "#lib/server/session.ts";

export const metadata: Metadata = { title: "Agreement" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AgreementRoute({ searchParams }: Props) {
  const asked = agreementRange.safeParse(await searchParams);
  const context = await pageContext();
  const page = shown(await agreementPage(context, asked.success ? asked.data : { from: "", to: "" }));
  return <Agreement page={page} />;
}
