import type { BlockDraft } from "#lib/domain/block.ts";
import type { TextContext } from "#lib/formats/import/block-builder.ts";
import { BlockBuilder } from "#lib/formats/import/block-builder.ts";
import { withoutEchoes } from "#lib/formats/import/caption-echoes.ts";
import { blockElements, isLayoutTable, isUnread, preformatted } from "#lib/formats/import/html-elements.ts";
import type { HtmlElement, HtmlNode, HtmlParent } from "#lib/formats/import/html-tree.ts";
import { attributeOf, isElement } from "#lib/formats/import/html-tree.ts";
import { marksInside } from "#lib/formats/import/inline-marks.ts";
import { pictureText } from "#lib/formats/import/picture-text.ts";

/** `sources` has, for each block, the innermost block element that its text began in. */
type HtmlBlocks = {
  readonly blocks: readonly BlockDraft[];
  readonly sources: readonly HtmlParent[];
  readonly hasStruckWords: boolean;
};

type Step =
  | { readonly node: HtmlNode; readonly context: TextContext }
  | { readonly boundary: TextContext }
  | { readonly closingQuote: TextContext };

/**
 * The blocks of everything readable below `root`, in document order, with inline marks. Links are resolved against
 * `base`. Walks with a stack of its own: a page may be nested deeper than the call stack goes.
 */
export function htmlBlocks(root: HtmlParent, base: string | null): HtmlBlocks {
  const builder = new BlockBuilder();
  const pictures = new Set<string>();
  const steps: Step[] = [];
  let hasStruckWords = false;
  pushChildren(steps, root, { type: "paragraph", level: null, marks: [], layout: "prose", source: root });
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ("boundary" in step) builder.boundary(step.boundary);
    else if ("closingQuote" in step) builder.text("”", step.closingQuote);
    else if ("value" in step.node) builder.text(step.node.value, step.context);
    else if (isElement(step.node) && !isUnread(step.node)) {
      const { node: element, context } = step;
      if (/^(?:s|strike|del)$/.test(element.tagName)) hasStruckWords = true;
      if (element.tagName === "br") builder.lineBreak(context);
      else if (element.tagName === "img") readPicture(element, context);
      else if (blockElements.has(element.tagName)) enterBlock(element, context);
      else enterInline(element, context);
    }
  }
  builder.endBlock();
  const said = withoutEchoes(builder.placed, pictures);
  return { blocks: said.map(({ block }) => block), sources: said.map(({ source }) => source), hasStruckWords };

  function readPicture(image: HtmlElement, context: TextContext): void {
    const picture = pictureText(image);
    if (picture?.inline === true) builder.text(picture.text, context);
    if (picture?.inline === false) {
      pictures.add(picture.text);
      builder.caption(picture.text, context);
    }
  }

  function enterInline(element: HtmlElement, around: TextContext): void {
    const context = { ...around, marks: marksInside(element, around.marks, base) };
    if (element.tagName === "q") {
      builder.text("“", context);
      steps.push({ closingQuote: context });
    }
    pushChildren(steps, element, context);
  }

  function enterBlock(element: HtmlElement, around: TextContext): void {
    const isCell = around.layout === "row" && /^t[dh]$/.test(element.tagName);
    if (isCell) builder.cell(around);
    else builder.boundary(around);
    const inside = contextInside(element, around);
    if (!isCell) steps.push({ boundary: inside.layout === "row" ? around : inside });
    pushChildren(steps, element, inside);
  }
}

function pushChildren(steps: Step[], parent: HtmlParent, context: TextContext): void {
  for (let index = parent.childNodes.length - 1; index >= 0; index -= 1) {
    const node = parent.childNodes[index];
    if (node !== undefined) steps.push({ node, context });
  }
}

function contextInside(element: HtmlElement, outside: TextContext): TextContext {
  if (outside.layout !== "prose") return outside;
  const around = { ...outside, source: element };
  const name = element.tagName;
  if (/^h[1-6]$/.test(name)) return { ...around, type: "heading", level: Number(name[1]) };
  if (name === "table") return { ...around, type: isLayoutTable(element) ? around.type : "table-row", level: null };
  if (name === "tr" && around.type === "table-row") return { ...around, layout: "row" };
  if (name === "blockquote") return { ...around, type: "quotation", level: null };
  if (name === "figcaption" || name === "caption") return { ...around, type: "caption", level: null };
  if (preformatted.has(name)) return { ...around, type: "code", level: null, layout: "preformatted" };
  if (/^(?:li|dt|dd)$/.test(name) || isWordListItem(element)) return { ...around, type: "list-item", level: null };
  return around;
}

function isWordListItem(element: HtmlElement): boolean {
  return element.tagName === "p" && /mso-list\s*:\s*(?!none|ignore)/i.test(attributeOf(element, "style") ?? "");
}
