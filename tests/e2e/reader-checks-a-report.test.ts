import { expect, type Page } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { publicPath } from "#lib/domain/publication.ts";
import { revokeReportLink } from "#lib/server/use-cases/revoke-report-link.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { CaptureSite, html } from "#tests/support/capture-site.ts";
import { good } from "#tests/support/desk.ts";
import { nextEdition, openedReport, publishedSample } from "#tests/support/edition.ts";
import { test } from "#tests/support/journey.ts";

const base = process.env.STET_E2E_URL ?? "";
const inADay = () => new Date(Date.now() + 24 * 3_600_000);

test("a reader finds nothing before the embargo's hour, then reads the report, its claims and its files", async ({
  page,
  desk,
  check,
}) => {
  const editor = desk.as("editor");
  const { articleId, claimIds, signed } = await publishedSample(editor, { base });
  const [claimId = ""] = claimIds;
  await openedReport(editor, articleId, { embargoUntil: inADay() });
  const feeds = ["claimreviews.json", "editions.atom"].map((file) => `/feeds/${desk.deskId}/${file}`);
  const below = ["", "/1", `/1/claims/${claimId}`, "/1/edition.json", "/1/report.html", "/2"];
  const all = [...below.map((path) => `${publicPath(articleId)}${path}`), `/embed/${articleId}/${claimId}`, ...feeds];
  const unknown = await answerOf(page, publicPath(uuidv7()));
  for (const path of all) expect(await answerOf(page, path), path).toEqual(unknown);
  expect(unknown.status).toBe(404);

  await openedReport(editor, articleId, { rowVersion: 1 });
  const first = await page.goto(publicPath(articleId));
  expect(first?.headers()).toMatchObject({ "cache-control": "public, max-age=0, must-revalidate" });
  expect(first?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(signed.edition.report.article.title);
  await check();
  await page.getByRole("link", { name: "Claim 1", exact: true }).last().click();
  await expect(page).toHaveURL(`${base}${publicPath(articleId, 1, claimId)}`);
  const review = JSON.parse((await page.locator("script[type='application/ld+json']").textContent()) ?? "{}");
  expect(review).toMatchObject({ "@type": "ClaimReview", url: page.url() });
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", page.url());
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "index, follow");
  await check();
  const { etag = "" } = (await page.request.get(page.url())).headers();
  expect(etag).toContain(signed.proof.digest.slice(0, 32));
  expect((await page.request.get(page.url(), { headers: { "if-none-match": etag } })).status()).toBe(304);
  const file = await page.request.get(`${publicPath(articleId, 1)}/edition.json`);
  expect(await file.json()).toMatchObject({ proof: signed.proof });
  expect(file.headers()["content-disposition"]).toMatch(/^attachment; filename="[\w.-]+\.json"$/);
  for (const path of feeds) expect(await (await page.request.get(path)).text()).toContain(articleId);

  await openedReport(editor, articleId, { rowVersion: 2, isIndexed: false, hasClaimPages: false });
  const page1 = await page.request.get(publicPath(articleId, 1));
  expect([page1.status(), page1.headers()["x-robots-tag"]]).toEqual([200, "noindex"]);
  // Without pages of their own, claims are read where they stand in the report.
  await page.goto(publicPath(articleId, 1, claimId));
  await expect(page).toHaveURL(new RegExp(`${publicPath(articleId, 1)}#[\\w-]*${claimId}$`));
  await expect(page.locator(":target")).toBeInViewport();
  await openedReport(editor, articleId, { rowVersion: 3, isPublic: false });
  for (const path of all) expect(await answerOf(page, path), path).toEqual(unknown);
});

test("a link for somebody outside works under the embargo, says that there is a newer edition, and ends when revoked", async ({
  page,
  desk,
  check,
}) => {
  const editor = desk.as("editor");
  const { articleId, claimIds, signed } = await publishedSample(editor, { base });
  const input = { id: uuidv7(), articleId, editionId: signed.edition.id, name: "Magazine", days: 7 };
  const { id, token } = good(await shareReport(editor, input));
  await openedReport(editor, articleId, { embargoUntil: inADay() });
  const answer = await page.goto(`/s/${token}`);
  expect(answer?.headers()).toMatchObject({ "cache-control": "private, no-store", "x-robots-tag": "noindex" });
  await expect(page.getByText(/^Under embargo until/)).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Claim 1", exact: true }).last().click();
  await expect(page).toHaveURL(`${base}/s/${token}/claims/${claimIds[0]}`);
  expect((await page.request.get(`/s/${token}/report.html`)).status()).toBe(200);

  const change = { kind: "correction", what: "Claim 1.", why: "A source had been read wrongly." } as const;
  await nextEdition(editor, signed.edition.report, { base, change });
  await page.goto(`/s/${token}`);
  await expect(page.getByText("There is a newer edition of this report, number 2. Ask the desk for it.")).toBeVisible();
  await openedReport(editor, articleId, { rowVersion: 1 });
  await page.reload();
  await page.getByRole("link", { name: "Read it." }).click();
  await expect(page).toHaveURL(`${base}${publicPath(articleId, 2)}`);
  await expect(page.getByText("A source had been read wrongly.").first()).toBeVisible();
  await page.goto(publicPath(articleId, 1));
  await expect(page.getByText("There is a newer edition of this report.")).toBeVisible();
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");

  good(await revokeReportLink(editor, { id }));
  for (const path of ["", `/claims/${claimIds[0]}`, "/report.html"]) {
    expect((await answerOf(page, `/s/${token}${path}`)).status).toBe(404);
  }
});

test("one claim stands in a frame of another site under a strict policy, and says when the check was withdrawn", async ({
  page,
  desk,
}) => {
  const editor = desk.as("editor");
  const { articleId, claimIds, signed } = await publishedSample(editor, { base });
  await openedReport(editor, articleId);
  const embed = `${base}/embed/${articleId}/${claimIds[0]}`;
  const site = new CaptureSite();
  site.answer = ({ url }, response) => {
    const src = url === "/whole" ? `${base}${publicPath(articleId, 1)}` : embed;
    const policy = `default-src 'none'; frame-src ${base}; base-uri 'none'; form-action 'none'`;
    const isolated = { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" };
    response.writeHead(200, { ...html, ...isolated, "content-security-policy": policy });
    response.end(`<!doctype html><title>A paper</title><iframe title="Fact check" sandbox src="${src}"></iframe>`);
  };
  await site.open();
  try {
    await page.goto(site.address());
    const frame = page.frameLocator("iframe");
    const statement = signed.edition.report.claims[0]?.statement ?? "";
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText(statement);
    const colour = await frame.locator("body").evaluate((body) => getComputedStyle(body).paddingInlineStart);
    expect(colour).toBe("18px");
    const change = { kind: "withdrawal", what: "The whole check.", why: "A copy was forged." } as const;
    await nextEdition(editor, signed.edition.report, { base, change });
    await page.reload();
    await expect(frame.getByText("The desk withdrew this check.")).toBeVisible();
    expect(await (await page.request.get(`/feeds/${desk.deskId}/editions.atom`)).text()).toContain(
      "<title>Withdrawn: ",
    );
    await page.goto(site.address("/whole"));
    await expect(frame.getByRole("heading", { level: 1 })).toHaveCount(0);
  } finally {
    site.close();
  }
  await page.goto(publicPath(articleId, 1));
  await expect(page.getByText("The desk withdrew this check.")).toBeVisible();
  await page.getByRole("link", { name: "Read why." }).click();
  await expect(page.getByText("A copy was forged.").first()).toBeVisible();
});

/** What tells one 404 from another: the status, the body and the headers that a route sets. */
async function answerOf(page: Page, path: string) {
  const answer = await page.request.get(path);
  const { "content-type": type, "cache-control": cache, "x-robots-tag": robots } = answer.headers();
  return { status: answer.status(), type, cache, robots, body: await answer.text() };
}
