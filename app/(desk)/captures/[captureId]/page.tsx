import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CapturePage, titleOf } from "#components/capture/capture-page.tsx";
import { can } from "#lib/policy/can.ts";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { pageContext } from "#lib/server/session.ts";
import * as actions from "../../capture-actions.ts";
import { offsetIn, quotingFor } from "./quoting-for.ts";

type Props = {
  params: Promise<{ captureId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const captureOf = cache(async (params: Props["params"]) => {
  const id = identifier.safeParse((await params).captureId);
  return id.success ? shown(await capturePage(await pageContext(), id.data)) : notFound();
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: titleOf(await captureOf(params)) };
}

export default async function CaptureRoute({ params, searchParams }: Props) {
  const capture = await captureOf(params);
  const context = await pageContext();
  const asked = await searchParams;
  return (
    <CapturePage
      capture={capture}
      quotingFor={await quotingFor(context, capture, asked)}
      at={offsetIn(asked.at, capture.text)}
      mayKeep={can(context.actor, "capture.make", { deskId: context.actor.deskId })}
      actions={{ quote: actions.quote, bind: actions.bind, claims: actions.claims, keep: actions.keep }}
    />
  );
}
