import "server-only";
import { publicPath } from "#lib/domain/publication.ts";
import { leftOutPage } from "#lib/formats/edition/left-out-page.ts";
import { baseUrl } from "#lib/server/env.ts";
import { pageHeaders, type Ready, ready } from "#lib/server/public/answer.ts";
import { readerContext } from "#lib/server/public/reader-context.ts";
import type { FrozenReport } from "#lib/server/queries/frozen-report.ts";
import { leftOutClaim } from "#lib/server/queries/left-out-claim.ts";
import type { PublicStanding } from "#lib/server/queries/public-standings.ts";

type Asked = { readonly number: number; readonly claimId: string; readonly isFramed: boolean };

/**
 * What answers for a claim that a public edition does not print, and one before it did: where it stands, as 410 Gone (RFC
 * 9110). Null where none did, and where the one that did is held back.
 */
export async function leftOutAnswer(
  { signed, digest }: FrozenReport,
  { deskId, articleId, heldBack }: PublicStanding,
  { number, claimId, isFramed }: Asked,
): Promise<Ready | null> {
  const found = await leftOutClaim(readerContext(), { deskId, articleId, claimId, number });
  if (found === null || heldBack.includes(found.printed)) return null;
  const at = (edition: number, claim?: string) => `${baseUrl()}${publicPath(articleId, edition, claim)}`;
  const html = leftOutPage(signed.edition, {
    leftOut: { number: found.leftOut, href: at(found.leftOut) },
    printed: { number: found.printed, href: at(found.printed, claimId) },
    isFramed,
  });
  const headers = pageHeaders(html, isFramed ? "*" : "'none'");
  return {
    ...ready({ content: html, type: "text/html; charset=utf-8", digest, isIndexed: false, headers }),
    status: 410,
  };
}
