import { type EditionDocument, editionSchema, type PublishedKey, type SignedEdition } from "#lib/domain/edition.ts";
import type { Report } from "#lib/domain/report.ts";
import { privateKeyOf, publicHalf } from "#lib/formats/proof/ed25519.ts";
import { type PrivateSigningKey, sign } from "#lib/formats/proof/sign.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { sampleReport } from "#tests/formats/report-fixture.ts";

const deskId = "01940000-0000-7000-8000-000000000500";
const editionId = "01940000-0000-7000-8000-000000000501";

/** The key that `signedEdition` signs with: the seed of the first test of RFC 8032, section 7.1. */
export const someKey: PrivateSigningKey = {
  keyId: "01940000-0000-7000-8000-000000000502",
  privateKey: Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex"),
};

/** A key that is not the desk's. */
export const otherKey: PrivateSigningKey = {
  keyId: "01940000-0000-7000-8000-000000000503",
  privateKey: Buffer.from("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "hex"),
};

/** How a desk publishes a key. */
export function publishedKey(key: PrivateSigningKey = someKey, change: Partial<PublishedKey> = {}): PublishedKey {
  const { keyId, privateKey } = key;
  const publicKey = publicHalf(privateKey instanceof Uint8Array ? privateKeyOf(privateKey) : privateKey);
  const createdAt = "2026-06-01T08:00:00.000Z";
  return { keyId, publicKey, createdAt, retiredAt: null, revokedAt: null, revokedReason: null, ...change };
}

/** The first edition of a report, unsigned; a report that is a draft counts as published. */
export function someEdition(report: Report = someReport(), change: Partial<EditionDocument> = {}): EditionDocument {
  const publishedAt = "2026-06-19T14:32:00.000Z";
  return {
    schema: editionSchema,
    id: editionId,
    number: 1,
    desk: {
      id: deskId,
      name: "Lantern checking desk",
      homepage: "https://lantern.example/checks",
      correctionsPage: "https://lantern.example/corrections",
      keys: `https://desk.lantern.example/.well-known/stet-keys/${deskId}`,
    },
    address: `https://desk.lantern.example/editions/${editionId}`,
    publishedAt,
    publishedBy: "Ruth Adeyemi",
    template: "public",
    language: "en",
    summary: "",
    method: "",
    change: null,
    earlier: [],
    report: { ...report, status: report.status === "draft" ? "published" : report.status, generatedAt: publishedAt },
    leftOut: 0,
    audit: { seq: 412, hash: "5c".repeat(32) },
    ...change,
  };
}

/** An edition of the sample report, or of another, signed with `someKey`; the same arguments give the same edition. */
export function signedEdition(report?: Report, change: Partial<EditionDocument> = {}): SignedEdition {
  return sign(someEdition(report, change), someKey);
}

/** A second edition that corrects the first. */
export function correctedEdition(report?: Report, change: Partial<EditionDocument> = {}): SignedEdition {
  const first = signedEdition(report);
  const { number, publishedAt } = first.edition;
  return signedEdition(report, {
    id: "01940000-0000-7000-8000-000000000504",
    address: "https://desk.lantern.example/editions/01940000-0000-7000-8000-000000000504",
    number: 2,
    publishedAt: "2026-06-24T09:05:00.000Z",
    change: { kind: "correction", what: "The rating of claim 2", why: "A source had been read wrongly." },
    earlier: [{ number, publishedAt, digest: first.proof.digest, change: null }],
    ...change,
  });
}

function someReport(): Report {
  const [article] = sampleArticles;
  if (article === undefined) throw new Error("The sample has no article");
  return sampleReport(article);
}
