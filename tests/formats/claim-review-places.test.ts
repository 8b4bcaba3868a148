import { expect, test } from "vitest";
import { publicPath } from "#lib/domain/publication.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { claimReview } from "#lib/formats/linked-data/claim-review.ts";
import { claimReviewFeed } from "#lib/formats/linked-data/claim-review-feed.ts";
import { editionToClaimReviews } from "#lib/formats/linked-data/edition-claim-reviews.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim } from "#tests/formats/report-fixture.ts";

test("the address is the claim’s own page there and in the feed, and its place on the edition’s page elsewhere", async () => {
  const [claims, article] = [[someClaim(1), someClaim(3)], someClaim(2).id];
  const report = reportWith(composeText([draft("Some words")]), claims);
  const signed = signedEdition(report, { address: `https://desk.example${publicPath(article, 2)}`, number: 2 });
  const pages = claims.map(({ id }) => `https://desk.example${publicPath(article, 2, id)}`);
  expect(claims.map(({ id }) => claimReview(signed, id)?.url)).toEqual(pages);
  const { dataFeedElement } = JSON.parse(claimReviewFeed([signed], ""));
  expect(dataFeedElement.map(({ item }: { item: { url: string } }) => item.url)).toEqual(pages);
  const html = await editionToHtml(signed);
  const [, inside = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  for (const reviews of [JSON.parse(inside), JSON.parse(editionToClaimReviews(signed))]) {
    const urls: string[] = reviews.map(({ url }: { url: string }) => url);
    expect(urls.map((url) => url.split("#")[0])).toEqual(claims.map(() => signed.edition.address));
    for (const url of urls) expect(html).toContain(` id="${url.split("#")[1]}"`);
    expect(new Set(urls).size).toBe(claims.length);
  }
});
