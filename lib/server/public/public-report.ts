import "server-only";
import { publicPath } from "#lib/domain/publication.ts";
import { claimEmbedToHtml } from "#lib/formats/edition/claim-embed.ts";
import { claimAnchor } from "#lib/formats/edition/html-claim.ts";
import type { PageNotice } from "#lib/formats/edition/page-parts.ts";
import { type SinceEarlier, sinceEarlier } from "#lib/formats/edition/since-earlier.ts";
import { filled, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { baseUrl } from "#lib/server/env.ts";
import { nothingHere, pageHeaders, type Ready, ready, sendPublic } from "#lib/server/public/answer.ts";
import { byteCache } from "#lib/server/public/byte-cache.ts";
import { editionPage } from "#lib/server/public/edition-page.ts";
import { isOpen, keptEdition, standingNow } from "#lib/server/public/editions.ts";
import { leftOutAnswer } from "#lib/server/public/left-out.ts";
import { exactId, type ReportPath, reportPath, type Target } from "#lib/server/public/report-path.ts";
import { fileOrWhy } from "#lib/server/public/unwritten.ts";
import type { FrozenReport } from "#lib/server/queries/frozen-report.ts";
import type { PublicStanding } from "#lib/server/queries/public-standings.ts";

const mostPages = 32 * 1024 * 1024;
const pages = byteCache<Ready>(mostPages);

/** What stands at an address below `/r/`: an edition, one of its claims or one of its files. */
export async function publicReport(request: Request, parts: readonly string[]): Promise<Response> {
  const path = reportPath(parts);
  const standing = path === null ? undefined : await standingNow(path.articleId);
  if (path === null || standing === undefined) return nothingHere();
  const number = path.number ?? standing.newest;
  if (!isOpen(standing, number)) return nothingHere();
  const made = await documentOf(standing, number, path.target);
  if (made === null || !(await isOpenStill(path, number))) return nothingHere();
  return sendPublic(request, made);
}

/** A file may take seconds to write, and what was closed meanwhile is not handed out; the page of a claim takes none. */
async function isOpenStill({ articleId, target }: ReportPath, number: number): Promise<boolean> {
  if (target.kind === "claim") return true;
  const standing = await standingNow(articleId);
  return standing !== undefined && isOpen(standing, number);
}

/** One claim of the newest edition, for a frame on anybody's page. */
export async function publicEmbed(request: Request, article: string, claim: string): Promise<Response> {
  const [articleId, claimId] = [exactId(article), exactId(claim)];
  const standing = articleId === null ? undefined : await standingNow(articleId);
  if (standing === undefined || claimId === null || !standing.hasClaimPages) return nothingHere();
  if (!isOpen(standing, standing.newest)) return nothingHere();
  const made = await pages(`embed ${keyOf(standing)} ${claimId}`, () => embedOf(standing, claimId));
  return made === null ? nothingHere() : sendPublic(request, made);
}

/** All of a standing that shows in a page: pages are kept by it, so that one made before a change is not found again. */
function keyOf({ deskId, articleId, newest, heldBack, ...standing }: PublicStanding): string {
  const { isWithdrawn, isIndexed, hasClaimPages } = standing;
  return `${deskId} ${articleId} ${newest} ${isWithdrawn} ${isIndexed} ${hasClaimPages} ${heldBack.join()}`;
}

async function documentOf(standing: PublicStanding, number: number, target: Target): Promise<Ready | null> {
  if (target.kind === "claim" && !standing.hasClaimPages) return await wayToClaim(standing, number, target.claimId);
  if (target.kind === "file") {
    const edition = await keptEdition({ ...standing, number });
    return edition === null ? null : await fileOrWhy(edition, target.format);
  }
  const what = target.kind === "claim" ? target.claimId : "";
  return await pages(`page ${keyOf(standing)} ${number} ${what}`, async () => {
    const edition = await keptEdition({ ...standing, number });
    const root = `${baseUrl()}${publicPath(standing.articleId, number)}`;
    if (edition === null) return null;
    const page = await editionPage(edition, target, {
      root,
      canonical: target.kind === "claim" ? `${root}/claims/${target.claimId}` : root,
      // An outdated edition stays where it is, and machines are sent to the newest.
      isIndexed: standing.isIndexed && number === standing.newest,
      notices: noticesOf(standing, number, { target, voice: voiceOf(edition.signed.edition.language) }),
      hasClaimPages: standing.hasClaimPages,
      since: target.kind === "claim" ? null : await sinceBefore(standing, edition),
    });
    if (page !== null || target.kind !== "claim") return page;
    return await leftOutAnswer(edition, standing, { number, claimId: target.claimId, isFramed: false });
  });
}

/** What readers find otherwise than in the edition before, where they can read that one too. */
async function sinceBefore(
  standing: PublicStanding,
  { signed: { edition } }: FrozenReport,
): Promise<SinceEarlier | null> {
  const number = edition.number - 1;
  if (number === 0 || !isOpen(standing, number)) return null;
  const before = await keptEdition({ ...standing, number });
  return before === null ? null : sinceEarlier(before.signed.edition, edition);
}

/** While claims have no pages of their own, their addresses lead to where the report says the same: 303 (RFC 9110). */
async function wayToClaim(standing: PublicStanding, number: number, claimId: string): Promise<Ready | null> {
  const edition = await keptEdition({ ...standing, number });
  const claim = edition?.signed.edition.report.claims.find(({ id }) => id === claimId);
  if (edition === null || claim === undefined) return null;
  const location = `${baseUrl()}${publicPath(standing.articleId, number)}#${claimAnchor(claim)}`;
  const { digest } = edition;
  const type = "text/plain; charset=utf-8";
  const headers = { location };
  return { ...ready({ content: `${location}\n`, type, digest, isIndexed: false, headers }), status: 303 };
}

type Read = { readonly target: Target; readonly voice: Voice };

function noticesOf(standing: PublicStanding, number: number, { target, voice }: Read): PageNotice[] {
  const { articleId, newest, isWithdrawn } = standing;
  const { words } = voice;
  const withdrawn = { words: words.noticeWithdrawn, voice };
  // The report of a withdrawal says so itself.
  if (number === newest) return isWithdrawn && target.kind === "claim" ? [withdrawn] : [];
  const to = (lead: string, claimId?: string) => {
    const href = `${baseUrl()}${publicPath(articleId, newest, claimId)}`;
    return isOpen(standing, newest) ? { link: { words: lead, href } } : {};
  };
  if (isWithdrawn) return [{ ...withdrawn, ...to(words.readWhy) }];
  const newer = { words: words.noticeNewer, voice };
  if (target.kind !== "claim") return [{ ...newer, ...to(filled(words.readEdition, { number: newest })) }];
  return [{ ...newer, ...to(filled(words.readClaimIn, { number: newest }), target.claimId) }];
}

async function embedOf(standing: PublicStanding, claimId: string): Promise<Ready | null> {
  const { articleId, newest, isWithdrawn } = standing;
  const edition = await keptEdition({ ...standing, number: newest });
  if (edition === null) return null;
  const voice = voiceOf(edition.signed.edition.language);
  const notices = isWithdrawn ? [{ words: voice.words.noticeWithdrawn, voice }] : [];
  const address = `${baseUrl()}${publicPath(articleId, newest, claimId)}`;
  const html = claimEmbedToHtml(edition.signed, claimId, { address, notices });
  if (html === null) return await leftOutAnswer(edition, standing, { number: newest, claimId, isFramed: true });
  const headers = {
    ...pageHeaders(html, "*"),
    // Pages that are isolated from other origins take only frames that are too (HTML Standard); the front door says who
    // may load this one.
    "cross-origin-embedder-policy": "require-corp",
  };
  const { digest } = edition;
  return ready({ content: html, type: "text/html; charset=utf-8", digest, isIndexed: false, headers });
}
