import type { BlockDraft } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { ok } from "#lib/domain/result.ts";
import { htmlBlocks } from "#lib/formats/import/html-blocks.ts";
import type { HtmlParent } from "#lib/formats/import/html-tree.ts";
import { attributeOf, isElement, parseHtml } from "#lib/formats/import/html-tree.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

type Chapter = { readonly blocks: readonly BlockDraft[]; readonly navigation: readonly BlockDraft[] };

const footnoteKinds = /(?:^|\s)(?:(?:doc-)?(?:foot|end|rear)notes?)(?:\s|$)/;
const emptyElement = /<([a-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/>/gi;
const voidElement = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/** Reads one XHTML file of a book: its blocks, footnotes among them as such, and lists of contents apart. */
export function readChapter(xhtml: string): Result<Chapter, ImportProblem> {
  // HTML knows no `<title/>` and would take all that follows for the title.
  const html = xhtml.replace(emptyElement, (whole, name: string, attributes: string) =>
    voidElement.test(name) ? whole : `<${name}${attributes}></${name}>`,
  );
  const tree = parseHtml(html);
  if (!tree.ok) return tree;
  const { blocks, sources } = htmlBlocks(tree.value, null);
  const parts = blocks.map((block, index) => ({ block, part: partOf(sources[index]) }));
  return ok({
    blocks: parts.flatMap(({ block, part }) => {
      if (part === "navigation") return [];
      return part === "note" && block.type !== "heading" ? [{ ...block, type: "footnote" as const }] : [block];
    }),
    navigation: parts.flatMap(({ block, part }) => (part === "navigation" ? [block] : [])),
  });
}

function partOf(source: HtmlParent | undefined): "text" | "note" | "navigation" {
  for (let node: HtmlParent | null = source ?? null; node !== null && isElement(node); node = node.parentNode) {
    const kinds = `${attributeOf(node, "epub:type") ?? ""} ${attributeOf(node, "role") ?? ""}`;
    if (node.tagName === "nav") return "navigation";
    if (footnoteKinds.test(kinds)) return "note";
  }
  return "text";
}
