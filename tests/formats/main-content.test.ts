import { describe, expect, test } from "vitest";
import { blockSignNames } from "#lib/formats/import/main/block-signs.ts";
import { chanceOf, readForest } from "#lib/formats/import/main/forest.ts";
import { signs, start, trees } from "#lib/formats/import/main/learned-trees.ts";
import { outline, read } from "#tests/formats/reading.ts";

const sentence =
  "The harbour board met on Tuesday and, after a long debate, agreed to publish the accounts of the past year.";
const paragraphs = Array.from({ length: 8 }, (_, index) => `<p>${index + 1}. ${sentence} ${sentence}</p>`).join("");
const page = (inside: string, after = "") =>
  `<!doctype html><html><head><title>Accounts</title></head><body><main><h1>Accounts of the harbour</h1>
  <div class="article-body">${paragraphs}${inside}</div>${after}</main></body></html>`;

describe("the article of a page", () => {
  test("keeps its headings, quotations and lists", async () => {
    const inside = `<h2>What the board says</h2><blockquote><p>${sentence}</p></blockquote><p>${sentence}</p>
      <ul><li>The dues were raised by three parts in a hundred.</li><li>The crane was sold to the yard next door.</li></ul>
      <p>${sentence}</p>`;
    const { blocks } = await read(page(inside));
    expect(outline(blocks)).toEqual(
      expect.arrayContaining([
        "heading2: What the board says",
        `quotation: ${sentence}`,
        "list-item: The dues were raised by three parts in a hundred.",
      ]),
    );
  });

  test("goes without advertisements, links to other articles and comments; all of them can be put back", async () => {
    const comments = Array.from(
      { length: 5 },
      (_, index) =>
        `<li class="comment"><p>reader${index} says:</p><p>I do not believe a word of this. ${sentence}</p></li>`,
    ).join("");
    const document = await read(
      page(
        `<div>Advertisement</div><p>${sentence}</p>`,
        `<div class="related"><h3>Related stories</h3><ul><li><a href="/a">Ferry delayed again by fog</a></li></ul></div>
         <section id="comments" class="comments-area"><h2>5 comments</h2><ol class="comment-list">${comments}</ol></section>`,
      ),
    );
    const taken = outline(document.blocks).join("\n");
    expect(taken).not.toMatch(/Advertisement|Ferry|not believe a word/);
    const left = outline(document.dropped.map(({ block }) => block)).join("\n");
    for (const words of ["Advertisement", "Ferry delayed again by fog", "I do not believe a word"]) {
      expect(left).toContain(words);
    }
    for (const { before } of document.dropped) expect(before).toBeLessThanOrEqual(document.blocks.length);
  });

  test("is taken from the page's data where the page does not show it, and that is said", async () => {
    const data = JSON.stringify({
      "@type": "NewsArticle",
      articleBody: `${sentence}\n\nThe crane is sold. ${sentence}`,
    });
    const menu = "<p>Sport pages and weather</p>".repeat(5);
    const html = `<html><head><script type="application/ld+json">${data}</script></head><body>${menu}</body></html>`;
    const document = await read(html);
    expect(outline(document.blocks)).toEqual([`paragraph: ${sentence}`, `paragraph: The crane is sold. ${sentence}`]);
    expect(document.dropped).toHaveLength(5);
    expect(document.warnings.join()).toContain("JSON-LD");
  });

  test("what was learned fits what is measured", () => {
    expect(blockSignNames).toHaveLength(signs);
    const chance = chanceOf(readForest(start, trees), new Float32Array(signs));
    expect(chance).toBeGreaterThan(0);
    expect(chance).toBeLessThan(1);
  });

  test("a tree sends a row to the leaf that its limits say", () => {
    const forest = readForest(0, ["1<0.5 - 0<2;-2 -1 1 2"]);
    const chance = (...row: number[]) => chanceOf(forest, Float32Array.from(row));
    const logistic = (score: number) => expect.closeTo(1 / (1 + Math.exp(-score)), 6);
    expect([chance(0, 0), chance(1, 1), chance(3, 1)]).toEqual([logistic(-2), logistic(1), logistic(2)]);
  });
});
