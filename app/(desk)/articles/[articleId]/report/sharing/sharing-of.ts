import "server-only";
import type { SharedClaims, SharingView } from "#components/sharing/sharing-view.ts";
import type { EditionRow } from "#lib/domain/edition-preview.ts";
import { isUnderEmbargo, type Publication, publicPath } from "#lib/domain/publication.ts";
import { embedCode } from "#lib/formats/edition/embed-code.ts";
import { can } from "#lib/policy/can.ts";
import type { Context } from "#lib/server/context.ts";
import { baseUrl } from "#lib/server/env.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { versionsById } from "#lib/server/queries/by-id.ts";
import { latestEdition } from "#lib/server/queries/edition-by-id.ts";
import { editionsOfArticle } from "#lib/server/queries/editions-of-article.ts";
import { reportAccess } from "#lib/server/queries/report-access.ts";

const pageSize = 25;

/** Who outside reads the report of an article, by its id; the not-found page where there is none. `page` is from 1. */
export async function sharingOf(
  context: Context,
  { articleId, page }: { readonly articleId: string; readonly page: number },
): Promise<SharingView> {
  const { articleId: id, title } = shown(await versionsById(context, articleId));
  const { publication, links, isBlind, heldBack } = shown(await reportAccess(context, id));
  const editions = shown(await editionsOfArticle(context, id));
  const { actor, now } = context;
  // Whoever owes a second verdict in the article is given no address of it either.
  const last = isBlind ? undefined : editions[0];
  const newest = heldBack.some(({ number }) => number === last?.number) ? undefined : last;
  const { embargoUntil } = publication;
  return {
    article: { id, title },
    isBlind,
    publication,
    isHeld: isUnderEmbargo(embargoUntil === null ? null : new Date(embargoUntil), now),
    editions,
    heldBack,
    addresses:
      newest === undefined || !publication.isPublic ? [] : addressesOf(actor.deskId, { id, newest, publication }),
    claims:
      newest !== undefined && publication.isPublic && publication.hasClaimPages
        ? await claimsOf(context, { id, page })
        : null,
    links,
    may: {
      open: !isBlind && can(actor, "report.open", actor),
      share: !isBlind && can(actor, "report.share", actor),
    },
  };
}

type Public = { readonly id: string; readonly newest: EditionRow; readonly publication: Publication };

function addressesOf(deskId: string, { id, newest, publication }: Public): SharingView["addresses"] {
  const site = baseUrl();
  const feeds = `${site}/feeds/${deskId}`;
  const { number } = newest;
  return [
    { name: "The newest edition", note: "the same address with every edition", href: `${site}${publicPath(id)}` },
    {
      name: `Edition ${number}`,
      note: "always this one, with a word when there is a newer one",
      href: `${site}${publicPath(id, number)}`,
    },
    { name: "Feed of editions", note: "Atom, of the whole desk", href: `${feeds}/editions.atom` },
    ...(publication.hasClaimPages
      ? [{ name: "Feed of ClaimReviews", note: "for platforms, of the whole desk", href: `${feeds}/claimreviews.json` }]
      : []),
  ];
}

/** A page of the newest edition's claims with their addresses, in its order. */
async function claimsOf(context: Context, { id, page }: { id: string; page: number }): Promise<SharedClaims | null> {
  const signed = shown(await latestEdition(context, id));
  if (signed === null) return null;
  const { number, report } = signed.edition;
  const pages = Math.max(1, Math.ceil(report.claims.length / pageSize));
  const at = Math.min(page, pages);
  const site = baseUrl();
  return {
    origin: new URL(site).origin,
    count: report.claims.length,
    ...{ page: at, pages },
    rows: report.claims.slice((at - 1) * pageSize, at * pageSize).map((claim) => {
      const title = claim.statement || claim.quote;
      const address = `${site}/embed/${id}/${claim.id}`;
      const href = `${site}${publicPath(id, number, claim.id)}`;
      return { id: claim.id, number: claim.number, title, href, code: embedCode({ address, title }) };
    }),
  };
}
