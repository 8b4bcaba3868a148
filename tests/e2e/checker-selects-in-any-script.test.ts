import { expect } from "@playwright/test";
import { clickOn, expectChosen } from "#tests/support/choosing.ts";
import { dragOver, test } from "#tests/support/journey.ts";
import { writtenArticle } from "#tests/support/written-article.ts";

const family = "👨‍👩‍👧‍👦";

test("words are whole in Arabic with Latin, Hebrew, Thai, Japanese and Hindi, and so are emoji and letters with marks", async ({
  page,
  desk,
  signIn,
  check,
}) => {
  const article = await writtenArticle(desk.as("checker"), {
    html: `<p>اشترى مجلس Harbour Board قاربين عام 2021.</p><p>המועצה קנתה שתי סירות.</p>
      <p>คณะกรรมการซื้อเรือสองลำเมื่อปีที่แล้ว</p><p>役員会は去年二隻の船を買った。</p><p>बोर्ड ने दो नावें खरीदीं।</p>
      <p>The ${family} came by boat to Ha\u0323\u0301nover 🇬🇧🇫🇷 together.</p>`,
    language: "ar",
  });
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);

  await clickOn(page, "قاربين", 2);
  await expectChosen(page, "قاربين");
  await dragOver(page, "Board");
  await expectChosen(page, "Board");
  await dragOver(page, "مجلس");
  await expectChosen(page, "مجلس");
  await clickOn(page, "סירות", 2);
  await expectChosen(page, "סירות");
  await clickOn(page, "เรือ", 2);
  await expectChosen(page, "เรือ");
  await clickOn(page, "役員", 2);
  await expectChosen(page, "役員");
  await dragOver(page, "नावें");
  await expectChosen(page, "नावें");
  await dragOver(page, family);
  await expectChosen(page, family);
  await clickOn(page, "nover", 2);
  await expectChosen(page, "Hạ́nover".normalize("NFC"));
  await dragOver(page, "🇬🇧");
  await expectChosen(page, "🇬🇧");

  await dragOver(page, "二隻の船");
  await page.getByRole("button", { name: "Mark claim" }).click();
  const panel = page.getByRole("complementary", { name: "Claim 1" });
  await expect(panel).toContainText("二隻の船");
  await check();
});

test("half a word, half a letter and the space beside it become whole words", async ({ page, desk, signIn }) => {
  const article = await writtenArticle(desk.as("checker"), {
    html: `<p>The ${family} bought two boats, the auditors wrote.</p>`,
    language: "en",
  });
  await signIn("checker");
  await page.goto(`/articles/${article.id}`);
  const select = (from: number, to: number) =>
    page.evaluate(
      ({ from, to }) => {
        const node = document.querySelector("[data-start]")?.firstChild;
        if (node != null) getSelection()?.setBaseAndExtent(node, from, node, to);
      },
      { from, to },
    );
  await select(6, 9);
  await expectChosen(page, family);
  await select(article.text.indexOf("ought"), article.text.indexOf("boats"));
  await expectChosen(page, "bought two");
  await select(article.text.indexOf("oats"), article.text.indexOf("ought"));
  await expectChosen(page, "bought two boats");
  await select(article.text.indexOf(" two"), article.text.indexOf(" two") + 1);
  await expectChosen(page, null);
});
