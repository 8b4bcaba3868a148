import { describe, expect, test } from "vitest";
import { defaultScale } from "#lib/domain/rating.ts";
import { isAtLeast } from "#lib/domain/role.ts";
import { checkSpan } from "#lib/domain/span.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import { samplePeople } from "#prisma/sample/people.ts";
import type { SampleClaim } from "#prisma/sample/shape.ts";
import { sampleSources } from "#prisma/sample/sources.ts";
import { composedSample, playOut } from "#tests/formats/sample-play.ts";

const claims = sampleArticles.flatMap((article) => article.claims);
const named = (claim: SampleClaim) => claim.quote;

describe.each(sampleArticles.map((article) => [article.title, article] as const))("%s", (_, article) => {
  const { text, blocks } = composedSample(article);

  test("every quote stands once in the text, on a sound span", () => {
    for (const { quote } of article.claims) {
      expect(text.split(quote), quote).toHaveLength(2);
      const start = text.indexOf(quote);
      expect(checkSpan(text, blocks, { start, end: start + quote.length }).ok, quote).toBe(true);
    }
  });

  test("it reads like an article: 500 to 900 words, headings, a quotation, and a list, a table or a caption", () => {
    const types = new Set(blocks.map((block) => block.type));
    expect(text.split(/\s+/).length).toBeGreaterThan(500);
    expect(text.split(/\s+/).length).toBeLessThan(900);
    expect(types).toContain("heading");
    expect(types).toContain("quotation");
    expect(["list-item", "table-row", "caption"].some((type) => blocks.some((block) => block.type === type))).toBe(
      true,
    );
  });
});

test("people and addresses are in domains reserved for examples", () => {
  for (const { email } of Object.values(samplePeople)) expect(email).toMatch(/@example\.org$/);
  for (const { address } of Object.values(sampleSources)) {
    if (address === "") continue;
    expect(safeLink(address)).toBe(address);
    expect(new URL(address).hostname).toMatch(/\.example(\.org)?$/);
  }
});

test("every source is cited, and evidence of one origin names an item before it", () => {
  const cited = new Set(claims.flatMap((claim) => claim.evidence.map((item) => item.source)));
  expect([...cited].sort()).toEqual(Object.keys(sampleSources).sort());
  for (const claim of claims) {
    for (const [index, item] of claim.evidence.entries()) {
      if (item.sameOriginAs !== undefined) expect(item.sameOriginAs, named(claim)).toBeLessThan(index);
    }
  }
});

test("every rating is on the default scale and every rationale is written", () => {
  const labels = defaultScale.map((rating) => rating.label);
  for (const step of claims.flatMap((claim) => claim.steps)) {
    if (step.do !== "propose") continue;
    expect(labels).toContain(step.rating);
    expect(step.rationale).not.toBe("");
    expect(step.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test("checkers propose, editors assign and review, and nobody reviews what they worked on", () => {
  for (const claim of claims) {
    expect(playOut(claim).selfReviews, named(claim)).toEqual([]);
    for (const step of claim.steps) {
      const { role } = samplePeople[step.by];
      if (step.do === "propose") expect(role).toBe("checker");
      if (step.do === "approve" || step.do === "return" || step.do === "assign") {
        expect(isAtLeast(role, "editor"), named(claim)).toBe(true);
      }
    }
  }
});

test("an editor who edited evidence leaves the review to the other editor", () => {
  const cases = claims.filter((claim) => playOut(claim).contributors.has("padma"));
  expect(cases.length).toBeGreaterThan(0);
  for (const claim of cases) {
    const reviewers = claim.steps.flatMap((step) => (step.do === "approve" ? [step.by] : []));
    expect(reviewers).toEqual(["jonas"]);
  }
});

test("every state is where some claim stands now, save published, which editions bring", () => {
  const final = claims.map((claim) => playOut(claim).state);
  for (const state of ["open", "progress", "proposed", "returned", "approved", "stale", "withdrawn"] as const) {
    expect(final).toContain(state);
  }
});

test("there is a verdict that was returned and came back with another rating", () => {
  const improved = claims.filter((claim) => {
    const steps = claim.steps.map((step) => step.do);
    return steps.indexOf("return") >= 0 && steps.lastIndexOf("propose") > steps.indexOf("return");
  });
  expect(improved.map((claim) => playOut(claim).state).sort()).toEqual(["approved", "proposed"]);
});

test("claims overlap and nest in the ferry article", () => {
  const ferry = sampleArticles.at(-1);
  const text = ferry === undefined ? "" : composedSample(ferry).text;
  const spans = (ferry?.claims ?? []).map(({ quote }) => ({
    start: text.indexOf(quote),
    end: text.indexOf(quote) + quote.length,
  }));
  const pairs = spans.flatMap((a) => spans.filter((b) => a !== b).map((b) => ({ a, b })));
  expect(pairs.some(({ a, b }) => a.start < b.start && b.end < a.end)).toBe(true);
  expect(pairs.some(({ a, b }) => a.start < b.start && b.start < a.end && a.end < b.end)).toBe(true);
});

test("work is overdue, due today and due this week", () => {
  const due = claims
    .filter((claim) => !["approved", "withdrawn"].includes(playOut(claim).state))
    .flatMap((claim) => claim.steps.flatMap((step) => (step.do === "assign" ? [step.dueInDays] : [])));
  expect(due.some((days) => days < 0)).toBe(true);
  expect(due).toContain(0);
  expect(due.some((days) => days > 0 && days < 7)).toBe(true);
});
