import { parseW3CTextAnnotation } from "@recogito/text-annotator";
import { describe, expect, test } from "vitest";
import { anchorAnnotations } from "#lib/domain/anchoring/anchor-annotations.ts";
import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import type { NamedEvidence, ReportClaim } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { annotationStatement } from "#lib/formats/annotations/annotation-statement.ts";
import { readAnnotations } from "#lib/formats/annotations/read-annotations.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { editionToAnnotations } from "#lib/formats/linked-data/edition-annotations.ts";
import { readEditionAnnotations } from "#lib/formats/linked-data/read-edition-annotations.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { absoluteIri, modelProblems } from "#tests/formats/annotation-model.ts";
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
  const text = composeText([draft("Officials said 😀 that the rate rose."), draft("They said that the rate rose.")]);
  return signedEdition(reportWith({ ...text, address: "https://paper.example/rates" }, claims), change);
}

function read(signed: SignedEdition) {
  const reading = readEditionAnnotations(editionToAnnotations(signed));
  if (!reading.ok) throw new Error(reading.error);
  return reading.value;
}

const start = "Officials said 😀 that ".length;
const rate = someClaim(1, { start, end: start + 13, quote: "the rate rose" });

test("a claim that is signed off assesses its words, in code points of the version that the state names", () => {
  const signed = edition([rate]);
  const { text, textDigest, versionId } = signed.edition.report.article;
  const written = JSON.parse(editionToAnnotations(signed));
  const [claim] = written.first.items;
  expect(claim).toMatchObject({
    motivation: "assessing",
    canonical: `urn:uuid:${rate.id}`,
    creator: { type: "Person", name: "Ines Okoro" },
    created: "2026-05-09T09:00:00.000Z",
    generator: { name: "Stet" },
    body: [
      { type: "TextualBody", purpose: "describing", value: "Statement 1" },
      { type: "TextualBody", purpose: "tagging", value: "Half true" },
      { type: "TextualBody", purpose: "assessing", value: "Because." },
    ],
    target: {
      source: "https://paper.example/rates",
      state: { id: `urn:uuid:${versionId}`, type: "TimeState", sourceDate: signed.edition.publishedAt },
      selector: [
        {
          type: "TextQuoteSelector",
          exact: "the rate rose",
          prefix: "Officials said 😀 that ",
          suffix: expect.any(String),
        },
        { type: "TextPositionSelector", start: start - 1, end: start + 12 },
      ],
    },
  });
  expect(textDigest).toBe(sha256Hex(text));
  expect(claim.target.state.cached).toBe(`ni:///sha-256;${Buffer.from(textDigest, "hex").toString("base64url")}`);
  expect(read(signed).digest).toBe(signed.proof.digest);
});

const kept: NamedEvidence = {
  ...someEvidence,
  id: "01940000-0000-7000-8000-000000000811",
  passage: "four 💧 percent",
  selector: { start: 7, end: 21, prefix: "rose by ", suffix: " in May" },
  originId: "01940000-0000-7000-8000-000000000812",
  calculation: [{ line: "2 + 2", result: "4", problem: null }],
  capture: {
    digest: "ab".repeat(32),
    address: "https://bank.example/rates",
    mediaType: "text/html",
    obtainedAt: "2026-05-06T10:00:00.000Z",
    obtainedBy: "fetch",
  },
};

test("verdicts and evidence are read back as they were", () => {
  const hidden = { confidential: true, stance: "refutes", kind: "expert", describedAs: "a clerk at the bank" } as const;
  const verdict = someVerdict({ suggestedWording: "rose by 4 %", value: 0, range: { lowest: 0, highest: 4 } });
  const claims = [
    { ...rate, verdict, evidence: [kept, hidden] },
    someClaim(2, { state: "stale", staleReason: "quote", evidence: [] }),
  ];
  const [one, two] = read(edition(claims)).claims;
  expect(one).toMatchObject({
    id: rate.id,
    number: 1,
    statement: "Statement 1",
    claimant: "A claimant",
    saidOn: "2026-05",
    saidIn: "A place",
    verdict: {
      id: verdict.id,
      label: "Half true",
      definition: "Partly accurate.",
      token: "half",
      value: 0,
      range: { lowest: 0, highest: 4 },
      rationale: "Because.",
      asOf: "2026-05-09",
      suggestedWording: "rose by 4 %",
      basisDigest: verdict.basisDigest,
      proposedBy: "Ines Okoro",
    },
    evidence: [
      {
        id: kept.id,
        stance: "supports",
        kind: "primary",
        source: { id: kept.source.csl.id, title: "A title", publication: "A paper", kind: "document" },
        passage: {
          exact: "four 💧 percent",
          prefix: "rose by ",
          suffix: " in May",
          start: 7,
          end: 21,
          digest: "ab".repeat(32),
        },
        locator: "p. 1",
        note: "A note",
        accessedOn: "2026-05-06",
        originId: kept.originId,
        copy: { address: "https://bank.example/rates", mediaType: "text/html", obtainedBy: "fetch" },
        calculation: ['["2 + 2","4",null]'],
      },
      hidden,
    ],
  });
  expect(two).toMatchObject({ standing: "stale", verdict: null, passage: { exact: "Quote 2", start: null } });
});

test("nothing that is not signed off is told as an assessment, nor a check that was taken back", () => {
  const claims = [
    someClaim(1, { state: "stale", staleReason: "evidence" }),
    someClaim(2, { state: "withdrawn", withdrawnReason: "A double" }),
    someClaim(3, { state: "returned" }),
  ];
  const text = editionToAnnotations(edition(claims));
  for (const words of ["Half true", "assessing", "Because."]) expect(text).not.toContain(words);
  const change = { kind: "withdrawal", what: "All of it", why: "A forgery" } as const;
  const back = editionToAnnotations(correctedEdition(edition([rate]).edition.report, { change }));
  for (const words of ["Half true", "assessing", "Because."]) expect(back).not.toContain(words);
  expect(JSON.parse(back)).toMatchObject({
    label: expect.stringMatching(/^Withdrawn\. /),
    "schema:correction": [{ "schema:text": "Withdrawal: All of it. Why: A forgery." }],
  });
});

describe.each([
  ...sampleArticles.map((article) => [article.title, signedEdition(sampleReport(article))] as const),
  ...hostileWords.map(
    (words) => [`hostile words: ${words.slice(0, 30)}`, signedEdition(hostileReport(words))] as const,
  ),
  ["without an address", edition([{ ...rate, evidence: [kept] }], { address: "" })] as const,
  ["a correction", correctedEdition()] as const,
  ["no claims", signedEdition(emptyReport())] as const,
])("%s", (_, signed) => {
  const text = editionToAnnotations(signed);
  const written = JSON.parse(text);
  const { report } = signed.edition;

  test("is a collection after the model, with absolute ids that are there once", () => {
    expect(modelProblems(written)).toEqual([]);
    expect(absoluteIri.test(written.id)).toBe(true);
  });

  test("gives our own reader the same spans and statements", () => {
    if (report.claims.length === 0) return;
    const annotations = readAnnotations(written);
    const passages = (annotations.ok ? annotations.value : []).filter(({ ways }) => ways.length > 0);
    const anchors = anchorAnnotations(report.article.text, passages);
    if (!anchors.ok) throw new Error(anchors.error);
    const spans = anchors.value.map((anchor) => ({ start: anchor.start, end: anchor.end }));
    expect(spans).toEqual(report.claims.map((claim) => ({ start: claim.start, end: claim.end })));
    const said = passages.map(({ bodies }) => annotationStatement(bodies));
    expect(said).toEqual(
      report.claims.map(({ statement }) => annotationStatement([{ text: statement, purpose: null }])),
    );
  });

  test("gives all claims and all evidence back", () => {
    const reading = read(signed);
    expect(reading.claims.map(({ id }) => id)).toEqual(report.claims.map(({ id }) => id));
    expect(reading.claims.map(({ evidence }) => evidence.length)).toEqual(
      report.claims.map(({ evidence }) => evidence.length),
    );
  });
});

test("another tool reads the same words at the same places", () => {
  const signed = signedEdition();
  const { items } = JSON.parse(editionToAnnotations(signed)).first;
  for (const [index, claim] of signed.edition.report.claims.entries()) {
    const { parsed } = parseW3CTextAnnotation(items[index]);
    expect(parsed?.target.selector).toMatchObject([{ start: claim.start, end: claim.end, quote: claim.quote }]);
  }
});

test("what is no edition is refused", () => {
  expect(readEditionAnnotations("{")).toEqual({ ok: false, error: "not-json" });
  expect(readEditionAnnotations("[]")).toEqual({ ok: false, error: "not-an-edition" });
});
