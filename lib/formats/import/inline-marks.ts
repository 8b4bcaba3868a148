import type { RunMark } from "#lib/domain/block.ts";
import type { HtmlElement } from "#lib/formats/import/html-tree.ts";
import { attributeOf } from "#lib/formats/import/html-tree.ts";
import { safeHref } from "#lib/formats/import/safe-href.ts";

type PlainMark = Exclude<RunMark["type"], "link">;

const markOfElement: ReadonlyMap<string, PlainMark> = new Map([
  ["em", "emphasis"],
  ["i", "emphasis"],
  ["strong", "strong"],
  ["b", "strong"],
  ["sub", "subscript"],
  ["sup", "superscript"],
]);

/** The marks in force inside an inline element: those around it, its own, and what its inline style adds or takes away. */
export function marksInside(element: HtmlElement, around: readonly RunMark[], base: string | null): readonly RunMark[] {
  if (element.tagName === "a") {
    const href = safeHref(attributeOf(element, "href"), base);
    return href === null ? around : [...around.filter((mark) => mark.type !== "link"), { type: "link", href }];
  }
  let marks = around;
  const own = markOfElement.get(element.tagName);
  if (own !== undefined) marks = withMark(marks, own);
  const style = attributeOf(element, "style");
  return style === null ? marks : styled(marks, style.toLowerCase());
}

/** Word processors that write to the clipboard put emphasis into styles, and reset it on a wrapping `b`. */
function styled(around: readonly RunMark[], style: string): readonly RunMark[] {
  let marks = around;
  const weight = /(?:^|;)\s*font-weight\s*:\s*(\w+)/.exec(style)?.[1];
  if (weight !== undefined) {
    marks = weight === "bold" || Number(weight) >= 600 ? withMark(marks, "strong") : without(marks, "strong");
  }
  const slant = /(?:^|;)\s*font-style\s*:\s*(\w+)/.exec(style)?.[1];
  if (slant !== undefined) marks = slant === "normal" ? without(marks, "emphasis") : withMark(marks, "emphasis");
  const height = /(?:^|;)\s*vertical-align\s*:\s*(sub|super)/.exec(style)?.[1];
  if (height === "sub") marks = withMark(marks, "subscript");
  if (height === "super") marks = withMark(marks, "superscript");
  return marks;
}

function withMark(marks: readonly RunMark[], type: PlainMark): readonly RunMark[] {
  return marks.some((mark) => mark.type === type) ? marks : [...marks, { type }];
}

function without(marks: readonly RunMark[], type: PlainMark): readonly RunMark[] {
  return marks.some((mark) => mark.type === type) ? marks.filter((mark) => mark.type !== type) : marks;
}
