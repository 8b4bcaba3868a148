import "server-only";
import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import { publicPath } from "#lib/domain/publication.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { editionsToAtom } from "#lib/formats/edition/editions-atom.ts";
import { claimReviewFeed } from "#lib/formats/linked-data/claim-review-feed.ts";
import { baseUrl } from "#lib/server/env.ts";
import { nothingHere, type Ready, ready, sendPublic } from "#lib/server/public/answer.ts";
import { byteCache } from "#lib/server/public/byte-cache.ts";
import { keptEdition } from "#lib/server/public/editions.ts";
import { readerContext } from "#lib/server/public/reader-context.ts";
import { exactId } from "#lib/server/public/report-path.ts";
import { type PublicEditions, publicEditionsPage } from "#lib/server/queries/public-editions.ts";

const feeds = {
  "claimreviews.json": { of: "reviews", type: "application/ld+json; charset=utf-8" },
  "editions.atom": { of: "editions", type: "application/atom+xml; charset=utf-8" },
} as const;
type FeedName = keyof typeof feeds;

const mostFeeds = 16 * 1024 * 1024;
const kept = byteCache<Ready>(mostFeeds);

/**
 * A page of a desk's feed, the latest first; `?after=` goes on after an edition, and the header Link names the next page
 * (RFC 8288). A desk with nothing public has no feed, as one that is not there.
 */
export async function reportFeed(request: Request, desk: string, file: string): Promise<Response> {
  const deskId = exactId(desk);
  const name = (["claimreviews.json", "editions.atom"] as const).find((known) => known === file);
  const asked = new URL(request.url).searchParams.get("after");
  const after = asked === null ? null : exactId(asked);
  if (deskId === null || name === undefined || (asked !== null && after === null)) return nothingHere();
  const page = await publicEditionsPage(readerContext(), { deskId, of: feeds[name].of, after });
  if (page.editions.length === 0) return nothingHere();
  const digests = page.editions.map(({ digest }) => digest).join(" ");
  const digest = sha256Hex(digests);
  const own = `${baseUrl()}/feeds/${deskId}/${name}`;
  const key = `${own} ${after ?? ""} ${page.next ?? ""} ${digest}`;
  const made = await kept(key, () => feedOf({ deskId, name, page, own, after, digest }));
  return made === null ? nothingHere() : sendPublic(request, made);
}

type Asked = {
  readonly deskId: string;
  readonly name: FeedName;
  readonly page: PublicEditions;
  readonly own: string;
  readonly after: string | null;
  readonly digest: string;
};

async function feedOf({ deskId, name, page, own, after, digest }: Asked): Promise<Ready> {
  const signed: SignedEdition[] = [];
  // One after the other: twenty large editions read at once are more than a server holds.
  for (const key of page.editions) {
    const found = await keptEdition({ deskId, ...key });
    if (found === null) continue;
    const { edition, proof } = found.signed;
    signed.push({ edition: name === "editions.atom" ? headOf(edition) : edition, proof });
  }
  const address = after === null ? own : `${own}?after=${after}`;
  const next = page.next === null ? null : `${own}?after=${page.next}`;
  const content =
    name === "claimreviews.json"
      ? claimReviewFeed(signed, address)
      : editionsToAtom(
          signed.map(({ edition }) => edition),
          { address, next, pageOf },
        );
  return ready({
    content,
    type: feeds[name].type,
    digest,
    isIndexed: false,
    headers: {
      "access-control-allow-origin": "*",
      "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
      ...(next === null ? {} : { link: `<${next}>; rel="next"` }),
    },
  });
}

/** All that an entry says: a report whose claims and text, which are most of it, are left out. */
function headOf(edition: EditionDocument): EditionDocument {
  const { report } = edition;
  return { ...edition, report: { ...report, claims: [], article: { ...report.article, text: "", blocks: [] } } };
}

function pageOf({ report, number }: EditionDocument): string {
  return `${baseUrl()}${publicPath(report.article.id, number)}`;
}
