import { expect } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { issueSignInLink } from "#lib/server/use-cases/issue-link.ts";
import { good, makeArticle, makeDesk, proposedClaim } from "#tests/support/desk.ts";
import { test } from "#tests/support/journey.ts";

test("without a session there is nothing to see, and a link works once", async ({ page, desk, signIn }) => {
  const { article, claimId } = await proposedClaim(desk);
  for (const path of ["/articles", `/articles/${article.id}`, `/review/${claimId}`, "/queue", "/settings/colleagues"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
  for (const path of [
    `/api/v1/articles/${article.id}`,
    `/api/v1/articles/${article.id}/report`,
    `/api/v1/claims/${claimId}`,
  ]) {
    expect((await page.request.get(path)).status()).toBe(401);
  }
  const { userId } = desk.as("viewer").actor;
  const user = await desk.db.user.findUniqueOrThrow({ where: { id: userId } });
  const { token } = good(await issueSignInLink({ db: desk.db, now: new Date() }, { email: user.email }));
  await page.goto(`/link/${token}`);
  await page.getByRole("button", { name: "Sign in as viewer" }).click();
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible();
  await page.goto(`/link/${token}`);
  await expect(page.getByText("This link does nothing any more.")).toBeVisible();
  await signIn("editor");
});

test("signing out ends the session at once, for its cookie too", async ({ page, desk, signIn }) => {
  await makeArticle(desk.as("checker"));
  await signIn("checker");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: /Menu of/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.context().addCookies(cookies);
  await page.goto("/articles");
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("a wrong password is one sentence, for a known address and for an unknown one", async ({ page, desk, check }) => {
  const user = await desk.db.user.findUniqueOrThrow({ where: { id: desk.as("editor").actor.userId } });
  for (const email of [user.email, "nobody@example.org"]) {
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "Mail address" }).fill(email);
    await page.getByRole("textbox", { name: "Password" }).fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("The address or the password is not right.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Mail address" })).toHaveValue(email);
  }
  await check();
});

test("requests from elsewhere change nothing, and ids of another desk are not there", async ({
  page,
  desk,
  signIn,
  baseURL,
}) => {
  const own = await makeArticle(desk.as("checker"));
  const other = await makeDesk(desk.db);
  const foreign = await proposedClaim(other);
  await signIn("checker");
  const origin = new URL(baseURL ?? "").origin;
  const mark = { id: uuidv7(), articleId: own.id, versionId: own.version.id, start: 0, end: 9 };
  const post = (path: string, data: object, headers: Record<string, string>) =>
    page.request.post(path, { data, headers });
  expect((await post("/api/v1/claims", mark, {})).status()).toBe(403);
  expect((await post("/api/v1/claims", mark, { origin: "https://evil.example" })).status()).toBe(403);
  expect((await post("/api/v1/claims", mark, { origin, "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await post("/api/v1/claims", mark, { origin })).status()).toBe(201);
  const theirs = { ...mark, id: uuidv7(), articleId: foreign.article.id, versionId: foreign.article.version.id };
  expect((await post("/api/v1/claims", theirs, { origin })).status()).toBe(404);
  for (const path of [
    `/api/v1/articles/${foreign.article.id}`,
    `/api/v1/articles/${foreign.article.id}/report?format=json`,
    `/api/v1/claims/${foreign.claimId}`,
    "/api/v1/articles/not-an-id",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  await page.goto(`/articles/${own.id}/claims/${foreign.claimId}`);
  await expect(page.getByText("There is nothing at this address.")).toBeVisible();
  await page.goto(`/review/${foreign.claimId}`);
  await expect(page.getByText("There is nothing at this address.")).toBeVisible();
  const broken = await page.request.post("/api/v1/claims", {
    headers: { origin, "content-type": "application/json" },
    data: "{",
  });
  expect(broken.status()).toBe(400);
  const wrong = await post("/api/v1/claims", { ...mark, start: "x" }, { origin });
  expect(wrong.status()).toBe(422);
});
