import { expect, test } from "vitest";
import type { BlockDraft, BlockPlace } from "#lib/domain/block.ts";
import { placeBefore } from "#lib/domain/block-place.ts";
import { sheetOf } from "#lib/domain/sheet.ts";
import { composeText } from "#lib/domain/text.ts";

const paragraph = (text: string, place?: BlockPlace): BlockDraft => ({
  type: "paragraph",
  runs: [{ text, marks: [] }],
  ...(place === undefined ? {} : { place }),
});

test("a page is said where it begins, a time before every block, and nothing where nothing is known", () => {
  const { blocks } = composeText([
    paragraph("a"),
    paragraph("b", { page: 1 }),
    paragraph("c", { page: 1 }),
    paragraph("d", { page: 12 }),
    paragraph("e", { from: 3_671_000, to: 3_672_000 }),
    paragraph("f", { from: 3_671_000, to: 3_672_000 }),
  ]);
  const said = blocks.map((block, index) => placeBefore(block, blocks[index - 1]));
  expect(said).toEqual(["", "p. 1", "", "p. 12", "01:01:11", "01:01:11"]);
});

test("a list that goes over a page says the page that it begins on", () => {
  const item = (text: string, page: number): BlockDraft => ({ ...paragraph(text, { page }), type: "list-item" });
  const { text, blocks } = composeText([paragraph("a", { page: 1 }), item("b", 2), item("c", 3), item("d", 3)]);
  const groups = sheetOf(text, blocks).parts.flatMap((part) => part.chunks.flatMap((chunk) => chunk.groups));
  expect(groups.map(({ type, place }) => [type, place])).toEqual([
    ["paragraph", "p. 1"],
    ["list-item", "p. 2"],
  ]);
});
