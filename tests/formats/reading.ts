import type { BlockDraft } from "#lib/domain/block.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";

/** A document read from a string, or the test fails. */
export async function read(
  text: string,
  names: { fileName?: string; contentType?: string; address?: string } = {},
): Promise<ImportedDocument> {
  const result = await readDocument({ bytes: new TextEncoder().encode(text), ...names });
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
}

/** "type: text" per block, "heading2: text" for headings. */
export function outline(blocks: readonly BlockDraft[]): string[] {
  return blocks.map((block) => `${block.type}${block.level ?? ""}: ${block.runs.map((run) => run.text).join("")}`);
}

/** The blocks of a piece of HTML, as an outline. */
export async function outlineOf(html: string): Promise<string[]> {
  return outline((await read(html, { fileName: "piece.html" })).blocks);
}

/** "text" or "text[mark,mark]" per run of all blocks. */
export function marked(blocks: readonly BlockDraft[]): string[] {
  return blocks.flatMap((block) =>
    block.runs.map((run) => {
      const marks = run.marks.map((mark) => (mark.type === "link" ? `link ${mark.href}` : mark.type));
      return marks.length === 0 ? run.text : `${run.text}[${marks.join(",")}]`;
    }),
  );
}
