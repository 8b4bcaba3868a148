import { describe, expect, test } from "vitest";
import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import type { ReportClaim, ReportVerdict } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { withdrawnReport } from "#lib/domain/withdrawn-report.ts";
import { checkClaimReviews } from "#lib/formats/linked-data/check-claim-review.ts";
import { claimReview, claimReviews } from "#lib/formats/linked-data/claim-review.ts";
import { claimReviewFeed } from "#lib/formats/linked-data/claim-review-feed.ts";
import { editionToClaimReviews } from "#lib/formats/linked-data/edition-claim-reviews.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import {
  draft,
  emptyReport,
  reportWith,
  sampleReport,
  someClaim,
  someEvidence,
  someVerdict,
} from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

function edition(claims: readonly ReportClaim[], change: Partial<EditionDocument> = {}): SignedEdition {
  const article = { title: "Ferries", address: "https://paper.example/ferries", publisher: "The Paper" };
  return signedEdition(reportWith({ ...composeText([draft("Some words")]), ...article }, claims), change);
}

function ratingOf(verdict: Partial<ReportVerdict>, others: readonly ReportVerdict[] = []) {
  const claims = [someVerdict(verdict), ...others].map((one, index) => someClaim(index + 1, { verdict: one }));
  return claimReviews(edition(claims))[0]?.reviewRating;
}

const errorsIn = (text: string) => checkClaimReviews(text).filter(({ level }) => level === "error");

test("a signed-off claim is one ClaimReview, with its page, its maker, its places and its sources", () => {
  const evidence = [
    someEvidence,
    { confidential: true, stance: "refutes", kind: "expert", describedAs: "a clerk" } as const,
  ];
  const said = { saidOn: "2026-05-03", saidIn: "https://parliament.example/3", claimant: "Minister Vale" };
  const claim = someClaim(1, { ...said, evidence, verdict: someVerdict({ rationale: "One. Two.\n\nThree." }) });
  const signed = edition([claim]);
  const { address } = signed.edition;
  expect(claimReview(signed, claim.id)).toMatchObject({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": `${address}#claim-review-${claim.id}`,
    url: `${address}/claims/${claim.id}`,
    claimReviewed: "Statement 1",
    author: { "@type": "Organization", name: "Lantern checking desk", url: "https://lantern.example/checks" },
    datePublished: "2026-06-19T14:32:00.000Z",
    inLanguage: "en",
    reviewBody: "One. Two.\n\nThree.",
    itemReviewed: {
      "@type": "Claim",
      text: "Quote 1",
      author: { name: "Minister Vale" },
      datePublished: "2026-05-03",
      firstAppearance: { url: "https://parliament.example/3" },
      appearance: { url: "https://paper.example/ferries", headline: "Ferries" },
    },
    reviewRating: {
      "@type": "Rating",
      alternateName: "Half true",
      ratingValue: 3,
      bestRating: 5,
      worstRating: 1,
      ratingExplanation: "One. Two.",
    },
    citation: [{ name: "A title" }, "a clerk"],
    isPartOf: { reportNumber: "1", identifier: [{ value: signed.proof.digest }, { value: signed.proof.keyId }] },
  });
  const own = { ...claimReview(signed, claim.id), url: `${address}#claim-${claim.id}` };
  expect(JSON.parse(editionToClaimReviews(signed))).toEqual([own]);
  expect(claimReview(signed, "another")).toBeNull();
});

test("stale, unsettled and withdrawn claims are none, and neither is a verdict that nobody signed off", () => {
  const claims = [
    someClaim(1, { state: "stale", staleReason: "evidence" }),
    someClaim(2, { state: "withdrawn", withdrawnReason: "A double" }),
    someClaim(3, { state: "proposed" }),
    someClaim(4, { verdict: someVerdict({ signedOff: false }) }),
    someClaim(5, { verdict: null }),
    someClaim(6, { staleReason: "quote" }),
  ];
  expect(claimReviews(edition(claims))).toEqual([]);
  expect(claims.map(({ id }) => claimReview(edition(claims), id))).toEqual(claims.map(() => null));
});

describe("numbers", () => {
  test("are none off the scale, in a sentence, and on a scale of one step", () => {
    const none = { ratingValue: undefined, bestRating: undefined, worstRating: undefined };
    const has = (rating: unknown) => expect({ ...none, ...Object(rating) }).toMatchObject(none);
    has(ratingOf({ label: "Unproven", token: "off", value: null }));
    has(ratingOf({ label: "Satire", token: "off", value: 3 }));
    has(ratingOf({ value: 1, range: { lowest: 1, highest: 1 } }));
    has(ratingOf({ value: 9 }));
    has(ratingOf({ value: 3, range: null }));
    expect(ratingOf({ label: "Assessed", sentence: "It fell.", token: "off", value: null, range: null })).toMatchObject(
      {
        alternateName: "It fell.",
      },
    );
  });

  test("that begin below 1 are moved up, and say so", () => {
    expect(ratingOf({ token: "false", value: 0, range: { lowest: 0, highest: 8 } })).toMatchObject({
      ratingValue: 1,
      bestRating: 9,
      worstRating: 1,
      description: expect.stringContaining("of 0 to 8. Here the numbers are 1 higher"),
    });
  });

  test("that run the other way are turned round, and say so", () => {
    const range = { lowest: 1, highest: 6 };
    expect(ratingOf({ token: "false", value: 6, range })).toMatchObject({
      ratingValue: 1,
      bestRating: 6,
      worstRating: 1,
      description: expect.stringContaining("turned round"),
    });
    const half = { token: "half", value: 2, range } as const;
    expect(ratingOf(half)).toMatchObject({ ratingValue: 2 });
    expect(ratingOf(half, [someVerdict({ token: "true", value: 1, range })])).toMatchObject({ ratingValue: 5 });
    expect(ratingOf(half, [someVerdict({ token: "barely", value: 4, range })])).toMatchObject({ ratingValue: 5 });
  });

  test("that contradict each other are none", () => {
    const others = [someVerdict({ token: "true", value: 1 }), someVerdict({ token: "false", value: 1 })];
    const rating = ratingOf({}, others);
    expect(rating).not.toHaveProperty("ratingValue");
    expect(rating).toMatchObject({ description: expect.stringContaining("not clear") });
  });
});

test("a correction says what, why and when, and the first day stays", () => {
  const [review] = claimReviews(correctedEdition());
  expect(review).toMatchObject({
    datePublished: "2026-06-19T14:32:00.000Z",
    dateModified: "2026-06-24T09:05:00.000Z",
    correction: [
      {
        "@type": "CorrectionComment",
        text: "Correction: The rating of claim 2. Why: A source had been read wrongly.",
        datePublished: "2026-06-24T09:05:00.000Z",
      },
    ],
  });
});

test("a check that was taken back says so, and neither its rating nor its reasons", () => {
  const change = { kind: "withdrawal", what: "The whole check", why: "The recording was forged" } as const;
  const claims = [someClaim(1), someClaim(2, { state: "withdrawn", withdrawnReason: "A double" }), someClaim(3)];
  const published = reportWith(composeText([draft("Words")]), claims);
  const signed = correctedEdition(withdrawnReport(published, { why: change.why, at: "2026-06-24T09:05:00.000Z" }), {
    change,
  });
  const text = editionToClaimReviews(signed);
  expect(claimReviews(signed)).toMatchObject([
    { claimReviewed: "Statement 1", creativeWorkStatus: "Withdrawn", reviewRating: { alternateName: "Withdrawn" } },
    { claimReviewed: "Statement 3", creativeWorkStatus: "Withdrawn", reviewRating: { alternateName: "Withdrawn" } },
  ]);
  expect(claimReview(signed, claims[0]?.id ?? "")).toMatchObject({ creativeWorkStatus: "Withdrawn" });
  expect(claimReview(signed, claims[1]?.id ?? "")).toBeNull();
  for (const words of ["Half true", "ratingValue", "Because."]) expect(text).not.toContain(words);
  expect(text).toContain("The recording was forged");
  expect(JSON.parse(claimReviewFeed([signed], ""))).toMatchObject({
    dataFeedElement: claims.slice(1).map(() => ({
      dateDeleted: signed.edition.publishedAt,
      item: { creativeWorkStatus: "Withdrawn" },
    })),
  });
  expect(errorsIn(text)).toEqual([]);
});

test("the feed holds the ClaimReviews of all editions, the newest first, without an error", () => {
  const feed = claimReviewFeed([signedEdition(), correctedEdition()], "https://desk.example/feed.json");
  const { dataFeedElement } = JSON.parse(feed);
  expect(dataFeedElement.length).toBe(2 * claimReviews(signedEdition()).length);
  expect(dataFeedElement[0].dateModified > dataFeedElement.at(-1).dateModified).toBe(true);
  expect(errorsIn(feed)).toEqual([]);
  expect(JSON.parse(claimReviewFeed([], ""))).toEqual({
    "@context": "https://schema.org",
    "@type": "DataFeed",
    "@id": expect.stringMatching(/^urn:uuid:/),
    name: "Fact checks",
  });
});

describe("our own validator finds no error", () => {
  test.each(sampleArticles.map((article) => [article.title, article] as const))("in %s", (_, article) => {
    const report = sampleReport(article);
    expect(
      errorsIn(
        editionToClaimReviews(
          signedEdition({ ...report, article: { ...report.article, address: "https://p.example/a" } }),
        ),
      ),
    ).toEqual(
      report.claims.some((claim) => claim.state === "approved") ? [] : [expect.objectContaining({ path: "$" })],
    );
  });

  test.each(hostileWords.map((words) => [words.slice(0, 40), words] as const))("in hostile words: %s", (_, words) => {
    const signed = signedEdition(hostileReport(words), { desk: { ...signedEdition().edition.desk, name: words } });
    const text = editionToClaimReviews(signed);
    expect(errorsIn(text)).toEqual([]);
    expect(claimReviews(signed)).toHaveLength(1);
    for (const iri of irisIn(JSON.parse(text))) expect(iri).toMatch(/^(https?:\/\/[^\s<>"]+|urn:uuid:[0-9a-f-]{36})$/);
  });
});

test("without an address of the desk every id is a urn:uuid, and the validator says that the page is missing", () => {
  const desk = { ...signedEdition().edition.desk, homepage: "", correctionsPage: "", keys: "" };
  const text = editionToClaimReviews(edition([someClaim(1)], { address: "", desk }));
  expect(irisIn(JSON.parse(text)).filter((iri) => !iri.startsWith("urn:uuid:"))).toEqual([
    "https://paper.example/ferries",
  ]);
  expect(errorsIn(text).map(({ path }) => path)).toEqual(["$[0].url"]);
});

test("an edition without claims is an empty array", () => {
  expect(editionToClaimReviews(signedEdition(emptyReport()))).toBe("[]\n");
});

test("of a confidential source nothing but its description is said", () => {
  const hidden = {
    confidential: true,
    stance: "refutes",
    kind: "expert",
    describedAs: "an engineer at the yard",
  } as const;
  const text = editionToClaimReviews(edition([someClaim(1, { evidence: [hidden] })]));
  expect(JSON.parse(text)[0].citation).toEqual(["an engineer at the yard"]);
});

/** Every id and address of a document. */
function irisIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(irisIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => {
    const isIri = name === "@id" || name === "url" || name === "correctionsPolicy";
    return isIri && typeof field === "string" ? [field] : irisIn(field);
  });
}
