import "server-only";
import { publicPath } from "#lib/domain/publication.ts";
import type { PageNotice } from "#lib/formats/edition/page-parts.ts";
import { filled, momentIn, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { baseUrl } from "#lib/server/env.ts";
import { nothingHere, sendPrivate } from "#lib/server/public/answer.ts";
import { editionPage } from "#lib/server/public/edition-page.ts";
import { keptEdition } from "#lib/server/public/editions.ts";
import { readerContext } from "#lib/server/public/reader-context.ts";
import { type Target, targetOf } from "#lib/server/public/report-path.ts";
import { fileOrWhy } from "#lib/server/public/unwritten.ts";
import { type SharedReport, sharedReport } from "#lib/server/queries/shared-report.ts";

/** What the holder of a link reads: the edition, one of its claims or one of its files. */
export async function sharedPage([token = "", ...rest]: readonly string[]): Promise<Response> {
  const target = targetOf(rest);
  const shared = target === null || token === "" ? null : await sharedReport(readerContext(), token);
  if (target === null || shared === null) return nothingHere();
  const edition = await keptEdition(shared);
  if (edition === null) return nothingHere();
  const made =
    target.kind === "file"
      ? await fileOrWhy(edition, target.format)
      : await editionPage(edition, target, {
          root: `${baseUrl()}/s/${token}`,
          canonical: "",
          isIndexed: false,
          notices: noticesOf(shared, target, voiceOf(edition.signed.edition.language)),
          hasClaimPages: true,
          // A link is for one edition, and tells of no other.
          since: null,
        });
  // Writing may take seconds: a link that was revoked meanwhile opens nothing more.
  const isOpenStill = (await sharedReport(readerContext(), token)) !== null;
  return made !== null && isOpenStill ? sendPrivate(made) : nothingHere();
}

function noticesOf(shared: SharedReport, target: Target, voice: Voice): PageNotice[] {
  const { words } = voice;
  const { articleId, number, newest, isWithdrawn, isPublic, embargoUntil } = shared;
  const notices: PageNotice[] = [];
  if (embargoUntil !== null)
    notices.push({ words: filled(words.underEmbargo, { moment: momentIn(embargoUntil, voice) }), voice });
  const href = `${baseUrl()}${publicPath(articleId, newest)}`;
  const link = (lead: string) => (isPublic ? { link: { words: lead, href } } : {});
  if (isWithdrawn && number < newest) {
    notices.push({ words: words.noticeWithdrawn, voice, ...link(words.readWhy) });
  } else if (isWithdrawn) {
    // The report of a withdrawal says so itself.
    if (target.kind === "claim") notices.push({ words: words.noticeWithdrawn, voice });
  } else if (number < newest) {
    const newer = filled(words.noticeNewerNumber, { number: newest });
    notices.push({ words: isPublic ? newer : `${newer} ${words.askDesk}`, voice, ...link(words.readIt) });
  }
  return notices;
}
