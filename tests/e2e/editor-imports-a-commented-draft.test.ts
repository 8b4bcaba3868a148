import { expect } from "@playwright/test";
import { test } from "#tests/support/journey.ts";
import { makeDocx } from "#tests/support/make-docx.ts";

const facts = [
  ["The ferry carried 212 passengers on its first morning.", "212 passengers"],
  ["The board bought two boats in 2021.", "two boats"],
  ["Each of them cost 41 million crowns.", "41 million crowns"],
  ["The service lost 1.9 million crowns last year.", "1.9 million"],
  ["Its captain had sailed for thirty years.", "thirty years"],
  ["The harbour is the oldest on the coast.", "the oldest"],
  ["Nobody was hurt in the storm of 2023.", "Nobody was hurt"],
  ["The bridge was closed for eleven months.", "eleven months"],
  ["Half of the members voted against it.", "Half of the members"],
  ["The auditors wrote three letters.", "three letters"],
  ["Tickets cost less than anywhere else.", "less than anywhere else"],
  ["The last boat leaves at midnight.", "at midnight"],
] as const;

const draft = makeDocx({
  paragraphs: [
    { text: "The ferry", style: "Title" },
    ...facts.map(([text, on], index) => ({
      text,
      comments: [{ on, by: "Ann Berg", text: `Who says so? See https://source.example/${index + 1}` }],
    })),
  ],
});

test("a DOCX with twelve comments becomes an article with twelve claims", async ({ page, signIn, check, shot }) => {
  test.slow();
  await signIn("editor");
  await page.goto("/articles/import");
  await page.getByRole("radio", { name: /file/i }).check();
  await page.locator('input[type="file"]').setInputFiles({
    name: "ferry.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: Buffer.from(draft),
  });
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("The ferry");
  await expect(page.getByText(/12 comments/).first()).toBeVisible();
  await check();
  await shot("draft-preview");
  await page.getByRole("button", { name: "Freeze as version 1" }).click();

  await expect(page.getByRole("heading", { name: "Before they come in" })).toBeVisible();
  await check();
  await shot("draft-comments");
  await page.goto(page.url().replace(/\/[^/]+$/, ""));
  await expect(page.getByText("12 notes came with the text.")).toBeVisible();
  await check();
  await page.getByRole("link", { name: "Look at them and bring them in" }).click();
  await page.getByRole("button", { name: "Bring in 12 claims" }).click();
  await expect(page.locator(".galley a.n")).toHaveCount(12);
  for (const [index, [, on]] of facts.entries()) {
    const mark = page.locator(".galley mark.claim").nth(index);
    expect(
      await mark.evaluate((element) =>
        [...element.childNodes]
          .filter((node) => node.nodeType === 3)
          .map((node) => node.textContent)
          .join(""),
      ),
    ).toBe(on);
  }
  await page.locator(".galley a.n").first().click();
  await expect(page.locator(".panel").getByText("Ann Berg").first()).toBeVisible();
  await expect(page.locator(".panel").getByText("source.example/1").first()).toBeVisible();
  await check();
  await shot("draft-claims");
});
