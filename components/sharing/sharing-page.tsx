import { ReportHead } from "#components/report/report-head.tsx";
import { HeldBack } from "#components/sharing/held-back.tsx";
import { PublicAddresses } from "#components/sharing/public-addresses.tsx";
import { PublicClaims } from "#components/sharing/public-claims.tsx";
import { PublicForm } from "#components/sharing/public-form.tsx";
import { PublicStanding } from "#components/sharing/public-standing.tsx";
import { ShareLinks } from "#components/sharing/share-links.tsx";
import type { SharingActions, SharingView } from "#components/sharing/sharing-view.ts";

type Props = { view: SharingView; actions: SharingActions; opensClaims: boolean };

/** Who outside reads the report: everybody, or whoever has a link. The whole `main` of a page. */
export function SharingPage({ view, actions, opensClaims }: Props) {
  const { article, publication, editions, heldBack, addresses, claims, may, isBlind } = view;
  return (
    <main className="wrap narrow" id="main">
      <ReportHead article={article} tab="Sharing" />
      <section className="sec mt-0 border-t-0" aria-labelledby="everybody-head">
        <h2 id="everybody-head">For everybody</h2>
        <PublicStanding view={view} />
        <HeldBack articleId={article.id} held={heldBack} newest={editions[0]?.number ?? 0} />
        {may.open ? (
          <PublicForm articleId={article.id} publication={publication} action={actions.open} />
        ) : (
          <p className="aside mt-2">{isBlind ? blindWords : "An editor decides who may read it."}</p>
        )}
        {addresses.length > 0 && <PublicAddresses view={view} />}
        {claims !== null && <PublicClaims articleId={article.id} claims={claims} isOpen={opensClaims} />}
      </section>
      {may.share && <ShareLinks view={view} share={actions.share} revoke={actions.revoke} />}
    </main>
  );
}

const blindWords =
  "You were asked for a second verdict on a claim of this article. Give yours first: until then a colleague decides who may read the report.";
