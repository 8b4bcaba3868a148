import type { BlockDraft } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { charactersOf, sameWords, textOfDraft } from "#lib/formats/import/block-words.ts";
import { cleanLine } from "#lib/formats/import/clean-line.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { Found, ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";

const ended = /[.!?…。！？।۔؟:;"'”’»«“‹›)\]}*]\s*$/u;

/** The last steps of every reader: the title leaves the text, limits hold, and the editor hears of a cut ending. */
export function finishDocument(draft: ImportedDocument): Result<ImportedDocument, ImportProblem> {
  const blocks = withoutTitle(draft.blocks, draft.metadata.title);
  if (blocks.length === 0) return err({ kind: "nothing-readable" });
  if (blocks.length > importLimits.blocks) return err({ kind: "too-large", limit: "blocks" });
  if (charactersOf(blocks) > importLimits.characters) return err({ kind: "too-large", limit: "characters" });
  const cut = seemsCut(blocks) ? ["The copy may be cut: the last sentence has no full stop."] : [];
  return ok({
    ...draft,
    blocks: blocks.map(wellFormed),
    leftOut: leftOutWithTitle(draft, blocks.length < draft.blocks.length ? "repeated" : "not repeated"),
    warnings: [...draft.warnings, ...cut],
  });
}

/** The title lives in the metadata. A text of nothing but its title keeps it. */
function withoutTitle(blocks: readonly BlockDraft[], title: Found | null): readonly BlockDraft[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "heading" || title === null || rest.length === 0) return blocks;
  return sameWords(textOfDraft(first)) === sameWords(title.value) ? rest : blocks;
}

function leftOutWithTitle(draft: ImportedDocument, title: "repeated" | "not repeated"): readonly string[] {
  const kept = draft.metadata.title;
  if (kept === null) return draft.leftOut;
  const others = draft.leftOut.filter((text) => sameWords(text) !== sameWords(kept.value));
  if (title === "not repeated" && others.length === draft.leftOut.length) return others;
  return [cleanLine(`Kept as the title: ${kept.value}`, 200) ?? kept.value, ...others].slice(0, 50);
}

/** Only said of texts whose other paragraphs do end in a stop; not every script has one. */
function seemsCut(blocks: readonly BlockDraft[]): boolean {
  const paragraphs = blocks.filter((block) => block.type === "paragraph").map((block) => textOfDraft(block).trimEnd());
  const last = blocks.at(-1);
  const ending = paragraphs.at(-1);
  if (last?.type !== "paragraph" || ending === undefined || ending.length < 40 || ended.test(ending)) return false;
  return paragraphs.length === 1 || paragraphs.filter((text) => ended.test(text)).length * 2 >= paragraphs.length;
}

function wellFormed(block: BlockDraft): BlockDraft {
  if (block.runs.every((run) => run.text.isWellFormed())) return block;
  return { ...block, runs: block.runs.map((run) => ({ ...run, text: run.text.toWellFormed() })) };
}
