"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { ok } from "#lib/domain/result.ts";
import * as publication from "#lib/schemas/publication.ts";
import { runAction } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { baseUrl } from "#lib/server/env.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";

export async function open(_: FormState, form: FormData): Promise<FormState> {
  const work = async (context: Context, input: publication.OpenReport) => {
    const outcome = await openReport(context, input);
    return outcome.ok ? ok({ id: outcome.value.articleId }) : outcome;
  };
  return runAction({ schema: publication.openReport, form, work, saved: "Saved." });
}

/** Answers the link once; it is never shown again, for only its digest is kept. */
export async function share(form: FormData): Promise<{ readonly state: FormState; readonly url: string | null }> {
  let url: string | null = null;
  const work = async (context: Context, input: publication.ShareReport) => {
    const outcome = await shareReport(context, input);
    if (outcome.ok) url = `${baseUrl()}/s/${outcome.value.token}`;
    return outcome;
  };
  const state = await runAction({ schema: publication.shareReport, form, work, saved: "The link is made." });
  return { state, url };
}

export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  return runAction({
    schema: publication.revokeReportLink,
    form,
    work: revokeReportLink,
    saved: "The link is revoked. It opens nothing any more.",
  });
}
