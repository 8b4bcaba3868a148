import Link from "next/link";
import { EditionDigest } from "#components/edition/edition-digest.tsx";
import { languageName, templateName } from "#components/edition/edition-names.ts";
import { Fact } from "#components/ui/fact.tsx";
import { Moment } from "#components/ui/time.tsx";
import { editionAddress } from "#lib/domain/edition-address.ts";
import type { EditionView } from "#lib/domain/edition-view.ts";

type Props = { view: EditionView; site: string; keysAt: string };

/** What an edition is, as it was frozen, and where it can be read now. */
export function EditionFacts({ view, site, keysAt }: Props) {
  const { edition, proof } = view.signed;
  const { claims } = edition.report.summary;
  return (
    <dl className="facts">
      <Fact name="Published">
        <Moment iso={edition.publishedAt} /> by <bdi>{edition.publishedBy}</bdi>
      </Fact>
      <Fact name="Template">{templateName(edition.template)}</Fact>
      <Fact name="Language">{languageName(edition.language)}</Fact>
      <Fact name="Text">version {edition.report.article.version} of the article</Fact>
      <Fact name="Claims">
        {claims} printed{edition.leftOut > 0 && `, ${edition.leftOut} left out`}
      </Fact>
      <Fact name="Open to">
        <Openness view={view} site={site} />
      </Fact>
      <Fact name="SHA-256">
        <EditionDigest digest={proof.digest} />
      </Fact>
      <Fact name="Signed with">
        <span className="data">{proof.keyId}</span>,{" "}
        <a className="link" href={keysAt}>
          one of the desk’s keys
        </a>
        {view.keyRevokedAt !== null && (
          <b>
            , revoked <Moment iso={view.keyRevokedAt} />
          </b>
        )}
      </Fact>
      <Fact name="Record">
        after entry {edition.audit.seq}, <span className="data">{edition.audit.hash}</span>
      </Fact>
    </dl>
  );
}

function Openness({ view, site }: { view: EditionView; site: string }) {
  const { articleId, signed, publication, isUnderEmbargo, heldFor } = view;
  const address = editionAddress(site, { articleId, number: signed.edition.number });
  return (
    <>
      {heldFor.length > 0 ? (
        "the desk alone"
      ) : !publication.isPublic ? (
        "the desk, and whoever has a link"
      ) : isUnderEmbargo && publication.embargoUntil !== null ? (
        <>
          everybody from <Moment iso={publication.embargoUntil} />, at <span className="data">{address}</span>
        </>
      ) : (
        <>
          everybody, at{" "}
          <a className="link data" href={address} dir="ltr">
            {address}
          </a>
        </>
      )}{" "}
      (
      <Link className="link" href={`/articles/${articleId}/report/sharing`} prefetch={false}>
        sharing
      </Link>
      )
    </>
  );
}
