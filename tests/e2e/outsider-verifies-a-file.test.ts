import { expect, type Page } from "@playwright/test";
import { publicPath } from "#lib/domain/publication.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedClaim } from "#tests/support/editions.ts";
import { test } from "#tests/support/journey.ts";
import { publishAsSignedIn } from "#tests/support/publishing.ts";

type Held = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

test("an outsider drops the desk's file and learns that it is genuine; a changed letter is found, and where", async ({
  page,
  browser,
  desk,
  signIn,
  check,
  shot,
}) => {
  const { article } = await approvedClaim(desk);
  const editors = await (await browser.newContext()).newPage();
  await signIn("editor", editors);
  await publishAsSignedIn(editors, { desk, articleId: article.id });
  await editors.context().close();
  await openedReport(desk.as("editor"), article.id);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.method() !== "HEAD") sent.push(`${request.method()} ${request.url()}`);
  });

  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(publicPath(article.id, 1));
  const file = async (name: string) => await held(page, `${publicPath(article.id, 1)}/${name}`);
  const html = await file("report.html");
  const csv = await file("sheet.csv");
  const proof = { ...(await file("sheet.csv.stet.json")), name: `${csv.name}.stet.json` };
  await page.getByRole("link", { name: "Check that a file is genuine" }).click();
  await expect(page.getByRole("heading", { name: "Check a report", level: 1 })).toBeVisible();
  await check();

  await drop(page, html);
  await expect(page.getByRole("heading", { name: "This file is genuine" })).toBeFocused();
  await expect(page.getByText("The key is the desk's:")).toBeVisible();
  await expect(page.getByText("Does not fit.")).toHaveCount(0);
  const says = page.getByRole("region", { name: "What the signed edition says" });
  await expect(says.getByRole("listitem")).toHaveText(["The article says: lost 1.9 million crownsTrue"]);
  await check();
  await shot("genuine");

  const changed = html.buffer.toString().replace("bear it out.</p>", "bear it owt.</p>");
  await page.getByLabel("The file").setInputFiles({ ...html, buffer: Buffer.from(changed) });
  await expect(page.getByRole("heading", { name: "Something does not fit" })).toBeFocused();
  await expect(page.getByRole("listitem").filter({ hasText: "Does not fit." })).toHaveText(
    /Line [\d,]+ reads “owt\..*”, and this edition gives “out\..*”/,
  );
  await expect(page.getByText("Do not rely on this file.")).toBeVisible();
  await expect(says).toHaveCount(0);
  await check();
  await shot("changed");

  await page.getByLabel("The file").setInputFiles([csv, proof]);
  await expect(page.getByRole("heading", { name: "This file is genuine" })).toBeFocused();
  await expect(page.getByText(csv.name, { exact: true })).toBeVisible();
  const sheet = Buffer.from(csv.buffer.toString().replace("1.9 million", "1.8 million"));
  await page.getByLabel("The file").setInputFiles([{ ...csv, buffer: sheet }, proof]);
  await expect(page.getByText(/reads “1\.8 million.*”, and this edition gives “1\.9 million/)).toBeVisible();
  await page.getByLabel("The file").setInputFiles(csv);
  await expect(page.getByRole("heading", { name: "This could not be checked" })).toBeFocused();
  await expect(page.getByText(/stet\.json/).last()).toBeVisible();
  expect(sent).toEqual([]);
});

/** A file of the report as an outsider has it, under the name that the server gives it. */
async function held(page: Page, path: string): Promise<Held> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  const headers = answer.headers();
  const name = /filename="([^"]+)"/.exec(headers["content-disposition"] ?? "")?.[1] ?? "";
  expect(name, path).not.toBe("");
  return { name, mimeType: headers["content-type"] ?? "", buffer: await answer.body() };
}

/** Drops a file on the field, as from a folder. */
async function drop(page: Page, { name, mimeType, buffer }: Held): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([base64, fileName, type]) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], fileName, { type }));
      return transfer;
    },
    [buffer.toString("base64"), name, mimeType] as const,
  );
  await page.getByLabel("The file").dispatchEvent("dragover", { dataTransfer });
  await page.getByLabel("The file").dispatchEvent("drop", { dataTransfer });
}
