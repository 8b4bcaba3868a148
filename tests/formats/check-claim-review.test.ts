import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkClaimReviews } from "#lib/formats/linked-data/check-claim-review.ts";

const rating = { "@type": "Rating", alternateName: "Half true", ratingValue: 3, bestRating: 5, worstRating: 1 };
const maker = { "@type": "Person", name: "Minister Vale", sameAs: "https://vale.example/" };
const claim = { "@type": "Claim", author: maker, datePublished: "2026-05-03", appearance: "https://paper.example/a" };
const desk = {
  "@type": "Organization",
  name: "Desk",
  url: "https://desk.example/",
  correctionsPolicy: "https://desk.example/c",
};
const review = {
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  claimReviewed: "The rate rose",
  url: "https://desk.example/checks/1",
  author: desk,
  datePublished: "2026-06-19",
  itemReviewed: claim,
  reviewRating: rating,
};

const check = (value: unknown) => checkClaimReviews(JSON.stringify(value));
const shortOf = (value: unknown) => check(value).map(({ level, path }) => `${level} ${path}`);
const without = (name: keyof typeof review) => ({ ...review, [name]: undefined });
const rated = (change: object) => ({ ...review, reviewRating: { ...rating, ...change } });
const claimed = (change: object) => ({ ...review, itemReviewed: { ...claim, ...change } });

describe("nothing is wrong with", () => {
  const { "@context": context, ...bare } = review;
  const prefixed = Object.fromEntries(
    Object.entries(bare).map(([name, value]) => [name.startsWith("@") ? name : `schema:${name}`, value]),
  );
  test.each([
    ["a ClaimReview with all that is asked for", review],
    ["one in an array", [review]],
    [
      "one in a graph, whose claim and maker are named elsewhere",
      {
        "@context": { "@vocab": "http://schema.org/" },
        "@graph": [
          { ...bare, itemReviewed: { "@id": "#claim" } },
          { "@id": "#claim", ...claim, author: { "@id": "#maker" } },
          { "@id": "#maker", ...maker },
        ],
      },
    ],
    [
      "types in an array, values in objects",
      {
        ...review,
        "@type": ["Article", "ClaimReview"],
        claimReviewed: { "@value": "The rate rose", "@language": "en" },
        url: { "@id": "https://desk.example/checks/1" },
      },
    ],
    ["prefixed terms", { "@context": { schema: "https://schema.org/" }, ...prefixed, "@type": "schema:ClaimReview" }],
    [
      "one in a feed",
      { "@context": context, "@type": "DataFeed", dataFeedElement: [{ "@type": "DataFeedItem", item: bare }] },
    ],
  ])("%s", (_, value) => {
    expect(check(value)).toEqual([]);
  });
});

describe("what is required is an error where it is not there", () => {
  test.each([
    ["claimReviewed", without("claimReviewed"), "$.claimReviewed"],
    ["claimReviewed, empty", { ...review, claimReviewed: " " }, "$.claimReviewed"],
    ["claimReviewed as an object", { ...review, claimReviewed: {} }, "$.claimReviewed"],
    ["url", without("url"), "$.url"],
    ["url that is relative", { ...review, url: "/checks/1" }, "$.url"],
    ["url that acts", { ...review, url: "javascript:alert(1)" }, "$.url"],
    ["url that is shortened", { ...review, url: "https://bit.ly/x" }, "$.url"],
    ["reviewRating", without("reviewRating"), "$.reviewRating"],
    ["reviewRating as a text", { ...review, reviewRating: "False" }, "$.reviewRating"],
    ["alternateName", rated({ alternateName: undefined, name: "False" }), "$.reviewRating.alternateName"],
    ["the name of an author of the claim", claimed({ author: { "@type": "Person" } }), "$.itemReviewed.author.name"],
    ["a name or a url of the author", { ...review, author: { "@type": "Organization" } }, "$.author"],
    ["a context", { ...review, "@context": undefined }, "$"],
    ["a context of schema.org", { ...review, "@context": "http://www.w3.org/ns/anno.jsonld" }, "$"],
    ["a ClaimReview", { ...review, "@type": "claimreview" }, "$"],
    ["a date", claimed({ datePublished: "last May" }), "$.itemReviewed.datePublished"],
  ])("%s", (_, value, path) => {
    expect(shortOf(value)).toContain(`error ${path}`);
  });
});

describe("numbers", () => {
  test.each([
    ["a lowest below 1", { worstRating: 0 }, "error $.reviewRating.worstRating"],
    ["ends that are exchanged", { bestRating: 1, worstRating: 5 }, "error $.reviewRating.bestRating"],
    ["a number outside", { ratingValue: 6 }, "error $.reviewRating.ratingValue"],
    ["a text that is no number", { ratingValue: "three" }, "error $.reviewRating.ratingValue"],
    ["a number as a text", { ratingValue: "3" }, "hint $.reviewRating.ratingValue"],
    ["a part of a number", { ratingValue: 2.5 }, "hint $.reviewRating.ratingValue"],
    ["−1 for none", { ratingValue: -1, bestRating: -1, worstRating: -1 }, "warning $.reviewRating.ratingValue"],
    [
      "false claims at the top",
      { alternateName: "Four Pinocchios", ratingValue: 5 },
      "warning $.reviewRating.ratingValue",
    ],
    ["a number off the scale", { alternateName: "Unproven" }, "warning $.reviewRating.ratingValue"],
    ["no highest", { bestRating: undefined }, "warning $.reviewRating.bestRating"],
    ["no number of its own", { ratingValue: undefined }, "warning $.reviewRating.ratingValue"],
    ["a label that is a number", { alternateName: "3/5" }, "warning $.reviewRating.alternateName"],
  ])("%s", (_, change, message) => {
    expect(shortOf(rated(change))).toContain(message);
  });

  test("that are left out off the scale are nothing to speak of", () => {
    const { ratingValue: _, bestRating: __, worstRating: ___, ...off } = { ...rating, alternateName: "Unproven" };
    expect(check({ ...review, reviewRating: off })).toEqual([]);
  });
});

describe("what is recommended, and what is probably wrong", () => {
  test.each([
    ["no author", without("author"), "warning $.author"],
    ["no claim", without("itemReviewed"), "warning $.itemReviewed"],
    ["an older claim", claimed({ "@type": "CreativeWork" }), "hint $.itemReviewed"],
    ["no place", claimed({ appearance: undefined }), "warning $.itemReviewed.appearance"],
    [
      "a place on the same site",
      claimed({ appearance: "https://www.desk.example/x" }),
      "warning $.itemReviewed.appearance",
    ],
    ["a claim by the desk", claimed({ author: { name: "Desk", sameAs: "x" } }), "warning $.itemReviewed.author"],
    ["a claim of a later day", claimed({ datePublished: "2026-07-01" }), "warning $.itemReviewed.datePublished"],
    ["a rating in the claim", { ...review, claimReviewed: "Half true: the rate rose" }, "warning $.claimReviewed"],
    ["a rating behind the claim", { ...review, claimReviewed: "The rate rose (half true)" }, "warning $.claimReviewed"],
    ["a long claim", { ...review, claimReviewed: "x".repeat(76) }, "hint $.claimReviewed"],
    ["a name in another case", { ...without("claimReviewed"), claimreviewed: "x" }, "warning $.claimreviewed"],
    ["a page on this machine", { ...review, url: "http://localhost:3000/r/1" }, "warning $.url"],
    ["two on a page", [review, { ...review, claimReviewed: "Other" }], "warning $[1].url"],
    [
      "two at one anchor",
      [0, 1].map((n) => ({ ...review, url: "https://desk.example/1#a", claimReviewed: `${n}` })),
      "warning $[1].url",
    ],
    [
      "one at each anchor",
      [0, 1].map((n) => ({ ...review, url: `https://desk.example/1#${n}`, claimReviewed: `${n}` })),
      "hint $[0].url",
    ],
    ["a check on two pages", [review, { ...review, url: "https://desk.example/2" }], "warning $[1]"],
  ])("%s", (_, value, message) => {
    expect(shortOf(value)).toContain(message);
  });

  test("the same words of two claimants are two claims", () => {
    const other = {
      ...review,
      url: "https://desk.example/2",
      itemReviewed: { ...claim, author: { ...maker, name: "B" } },
    };
    expect(shortOf([review, other])).toEqual(["hint $"]);
  });
});

test("what is nested too deeply is said, and ends nothing", () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  const whole = (inner: string) => JSON.stringify({ ...review, author: "HERE" }).replace('"HERE"', inner);
  expect(checkClaimReviews(whole(deep(50)))).toContainEqual(
    expect.objectContaining({ level: "warning", path: expect.stringMatching(/^\$\.author(\.a)+$/) }),
  );
  expect(checkClaimReviews(whole(`[${deep(100_000)}]`)).length).toBeGreaterThan(0);
});

test("what is no JSON is said so", () => {
  expect(checkClaimReviews("{")).toMatchObject([{ level: "error", path: "$" }]);
  expect(checkClaimReviews(`\uFEFF${JSON.stringify(review)}`)).toEqual([]);
});

test("whatever the data, there is an answer, and each message says where, why and what to do", () => {
  const names = fc.constantFrom(...Object.keys({ ...review, ...rating, ...claim }), "@graph", "@id", "@value", "name");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      fc.jsonValue(),
      fc.constantFrom("ClaimReview", "-1", "", "#a"),
      tie("list"),
      tie("node"),
    ),
    list: fc.array(tie("tree"), { maxLength: 3 }),
    node: fc.dictionary(names, tie("tree"), { maxKeys: 6 }),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const whole = [
        value,
        { ...review, ...(typeof value === "object" && !Array.isArray(value) ? value : { author: value }) },
      ];
      for (const message of check(whole)) {
        for (const words of [message.path, message.rule, message.why, message.what]) expect(words).not.toBe("");
      }
    }),
    { numRuns: 1000 },
  );
});
