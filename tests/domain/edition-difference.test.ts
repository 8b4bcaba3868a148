import { describe, expect, test } from "vitest";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { editionDifference, isSameEdition } from "#lib/domain/edition-difference.ts";
import type { Report, ReportClaim, ReportVerdict } from "#lib/domain/report.ts";
import { withdrawnReport } from "#lib/domain/withdrawn-report.ts";
import { someEdition } from "#tests/formats/edition-fixture.ts";

const first = someEdition();
const { report } = first;

/** The next edition, with its report's claims made otherwise. */
function next(change: (claims: readonly ReportClaim[]) => readonly ReportClaim[]): EditionDocument {
  return withReport({ ...report, claims: change(report.claims) });
}

function withReport(other: Report): EditionDocument {
  return { ...first, number: 2, report: other };
}

/** The same claims, the one at this place otherwise. */
function other(at: number, change: Partial<ReportClaim>): EditionDocument {
  return next((claims) => claims.map((claim, index) => (index === at ? { ...claim, ...change } : claim)));
}

const at = report.claims.findIndex(({ verdict, evidence }) => verdict?.signedOff === true && evidence.length > 0);
const judged = claimAt(at);

function claimAt(index: number): ReportClaim & { readonly verdict: ReportVerdict } {
  const claim = report.claims[index];
  if (claim === undefined || claim.verdict === null) throw new Error("The sample has no verdict here.");
  return { ...claim, verdict: claim.verdict };
}

describe("two editions of a report", () => {
  test("that print the same differ in nothing, whatever was signed when", () => {
    const again = { ...first, id: "another", number: 2, publishedAt: "2027-01-01T00:00:00.000Z" };
    const found = editionDifference(first, again);
    expect(isSameEdition(found)).toBe(true);
    expect(found.same).toBe(report.claims.length);
  });

  test("what one adds, the other leaves out", () => {
    const fewer = next((claims) => claims.filter((_, index) => index !== at));
    const { id, number, statement } = judged;
    const one = [{ id, number, words: statement }];
    expect(editionDifference(first, fewer)).toMatchObject({ leftOut: one, added: [], changed: [], isReordered: false });
    expect(editionDifference(fewer, first)).toMatchObject({ leftOut: [], added: one, changed: [], isReordered: false });
  });

  test("every claim is added, changed, or the same", () => {
    const mixed = next((claims) =>
      claims.slice(1).map((claim) => ({ ...claim, statement: `${claim.statement} Yes.` })),
    );
    for (const [before, after] of [
      [first, mixed],
      [mixed, first],
      [first, first],
    ] as const) {
      const { added, changed, same } = editionDifference(before, after);
      expect(added.length + changed.length + same).toBe(after.report.claims.length);
    }
  });

  test("a claim without a statement is named by its words", () => {
    const bare = next((claims) => claims.map((claim) => ({ ...claim, statement: "" })));
    const { added } = editionDifference(
      next(() => []),
      bare,
    );
    expect(added[at]?.words).toBe(judged.quote);
  });

  test("tell another order, but not where a claim only went", () => {
    expect(
      editionDifference(
        first,
        next((claims) => [...claims].reverse()),
      ),
    ).toMatchObject({
      isReordered: true,
      changed: [],
    });
    expect(
      editionDifference(
        first,
        next((claims) => claims.slice(1)),
      ).isReordered,
    ).toBe(false);
  });

  test("tell another rating with both, and that it was given again", () => {
    const verdict = { ...judged.verdict, id: "another", label: "Made up", token: "off" as const, value: null };
    const { changed } = editionDifference(first, other(at, { verdict }));
    expect(changed).toMatchObject([
      {
        number: judged.number,
        verdict: {
          before: { kind: "signed-off", rating: { label: judged.verdict.label, token: judged.verdict.token } },
          after: { kind: "signed-off", rating: { label: "Made up", token: "off" } },
        },
        texts: [],
        also: ["again"],
      },
    ]);
  });

  test("a verdict in a sentence is compared by its sentence", () => {
    const verdict = { ...judged.verdict, sentence: "It is so." };
    const { changed } = editionDifference(first, other(at, { verdict }));
    expect(changed[0]?.verdict?.after.rating?.label).toBe("It is so.");
  });

  test("tell a verdict that is not signed off any more, under the same rating", () => {
    const verdict = { ...judged.verdict, signedOff: false };
    const { changed } = editionDifference(first, other(at, { verdict, state: "proposed" }));
    expect(changed).toMatchObject([{ verdict: { before: { kind: "signed-off" }, after: { kind: "unsettled" } } }]);
  });

  test("tell other words, one by one", () => {
    const verdict = { ...judged.verdict, rationale: "Otherwise." };
    const { changed } = editionDifference(first, other(at, { verdict, statement: "They did." }));
    expect(changed).toMatchObject([
      {
        words: "They did.",
        verdict: null,
        texts: [
          { of: "statement", before: judged.statement, after: "They did." },
          { of: "rationale", before: judged.verdict.rationale, after: "Otherwise." },
        ],
        also: [],
      },
    ]);
  });

  test("count evidence by its id, and confidential evidence by what is printed", () => {
    const secret = { confidential: true, stance: "supports", kind: "primary", describedAs: "a clerk" } as const;
    const { evidence } = judged;
    const changeOf = (before: typeof evidence, after: typeof evidence) =>
      editionDifference(other(at, { evidence: before }), other(at, { evidence: after })).changed[0]?.evidence ?? null;
    expect(changeOf(evidence, [...evidence, secret])).toEqual({ added: 1, removed: 0, changed: 0 });
    expect(changeOf([secret], [secret, secret])).toEqual({ added: 1, removed: 0, changed: 0 });
    expect(changeOf([secret, ...evidence], [...evidence, secret])).toBeNull();
    expect(changeOf(evidence, evidence.slice(1))).toEqual({ added: 0, removed: 1, changed: 0 });
    const noted = evidence.map((item, index) => (index === 0 && !item.confidential ? { ...item, note: "New." } : item));
    expect(changeOf(evidence, noted)).toEqual({ added: 0, removed: 0, changed: 1 });
  });

  test("tell who is said to have said it, and the replies", () => {
    const answer = { answer: "No.", answeredAt: "2026-06-20T10:00:00.000Z", standing: "answered" as const };
    const reply = { askedOf: "The board", askedAt: "2026-06-18T10:00:00.000Z", deadline: null, ...answer };
    const { changed } = editionDifference(first, other(at, { claimant: "Somebody", replies: [reply] }));
    expect(changed[0]?.also).toEqual(["said", "replies"]);
  });

  test("tell what the writer answered and who signed off, under the same verdict", () => {
    const answered = { outcome: "accepted", note: "", by: "Ana", at: "2026-06-20T10:00:00.000Z" } as const;
    const review = { name: "Ben", decision: "comment", at: "2026-06-20T10:00:00.000Z", comment: "Yes." } as const;
    const wording = other(at, { verdict: { ...judged.verdict, wording: answered } });
    expect(editionDifference(first, wording).changed[0]?.also).toEqual(["wording"]);
    const signed = other(at, { verdict: { ...judged.verdict, reviews: [...judged.verdict.reviews, review] } });
    expect(editionDifference(first, signed).changed[0]?.also).toEqual(["signed"]);
  });

  test("a check that is taken back or brought back is said once, and not of every claim", () => {
    const back = withReport(withdrawnReport(report, { why: "Forged.", at: "2026-06-30T10:00:00.000Z" }));
    expect(editionDifference(first, back)).toMatchObject({ check: "withdrawn", changed: [], added: [], leftOut: [] });
    expect(editionDifference(back, first)).toMatchObject({ check: "restored", changed: [] });
    expect(isSameEdition(editionDifference(first, back))).toBe(false);
    const mended = { ...judged.verdict, label: "Made up", token: "off" as const };
    expect(editionDifference(back, other(at, { verdict: mended })).changed).toHaveLength(1);
  });

  test("tell the text that is printed and what frames it", () => {
    const article = { ...report.article, version: report.article.version + 1, title: "Another title" };
    const later = { ...withReport({ ...report, article }), summary: "Shorter.", template: "writer" as const };
    const found = editionDifference(first, later);
    expect(found.about.map(({ of }) => of)).toEqual(["title", "summary", "template"]);
    expect(found.version).toEqual({ before: report.article.version, after: report.article.version + 1 });
    expect(isSameEdition(found)).toBe(false);
  });

  test("of 5,000 claims each are compared", () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...judged, id: `claim ${index}`, number: index + 1 }));
    const from = next(() => many);
    const to = next(() => many.toReversed().map((claim) => ({ ...claim, statement: "Otherwise." })));
    const { added, leftOut, changed, isReordered } = editionDifference(from, to);
    expect([added.length, leftOut.length, changed.length, isReordered]).toEqual([0, 0, 5000, true]);
  });
});
