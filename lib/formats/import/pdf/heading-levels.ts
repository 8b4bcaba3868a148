import type { BodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import type { PdfBlock } from "#lib/formats/import/pdf/line-groups.ts";

/** Levels of headings by the size of their type, largest first; bold ones in the body's size come after. */
export function headingLevels(blocks: readonly PdfBlock[], facts: BodyFacts): Map<PdfBlock, number> {
  const headings = blocks.filter(({ type }) => type === "heading");
  const sizeOf = ({ group }: PdfBlock) => Math.max(group.lines[0]?.size ?? 0, facts.size);
  const steps: number[] = [];
  for (const size of headings.map(sizeOf).toSorted((a, b) => b - a)) {
    const last = steps.at(-1);
    if (last === undefined || size < last * 0.95) steps.push(size);
  }
  const levelOf = (size: number) => Math.min(6, Math.max(1, steps.filter((step) => size < step * 0.95).length + 1));
  return new Map(headings.map((block) => [block, levelOf(sizeOf(block))]));
}
