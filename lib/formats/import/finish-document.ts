import type { BlockDraft } from "#lib/domain/block.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { charactersOf, sameWords, textOfDraft } from "#lib/formats/import/block-words.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { languageOf } from "#lib/formats/import/language.ts";

const ended = /[.!?…。！？।۔؟:;"'”’»«“‹›)\]}*]\s*$/u;

/**
 * The last steps of every reader: the title leaves the text, limits hold, the language is told from the words where
 * the document does not say or says wrongly, and the editor hears of that and of a cut ending.
 */
export async function finishDocument(draft: ImportedDocument): Promise<Result<ImportedDocument, ImportProblem>> {
  const { blocks, dropped } = withoutTitle(draft);
  if (blocks.length === 0) return err({ kind: "nothing-readable" });
  if (blocks.length > importLimits.blocks) return err({ kind: "too-large", limit: "blocks" });
  if (charactersOf(blocks) > importLimits.characters) return err({ kind: "too-large", limit: "characters" });
  const cut = seemsCut(blocks) ? ["The copy may be cut: the last sentence has no full stop."] : [];
  const { language, warning } = await languageOf(blocks, draft.metadata.language);
  return ok({
    ...draft,
    metadata: { ...draft.metadata, language },
    blocks: blocks.map(wellFormed),
    dropped: dropped.map((item) => ({ ...item, block: wellFormed(item.block) })),
    warnings: [...draft.warnings, ...(warning === null ? [] : [warning]), ...cut],
  });
}

type Parted = Pick<ImportedDocument, "blocks" | "dropped">;

/** The title lives in the metadata. A text of nothing but its title keeps it. */
function withoutTitle({ blocks, dropped, metadata: { title } }: ImportedDocument): Parted {
  if (title === null) return { blocks, dropped };
  const isTitle = (block: BlockDraft) => sameWords(textOfDraft(block)) === sameWords(title.value);
  const named = dropped.map((item) => (isTitle(item.block) ? { ...item, why: "title" as const } : item));
  const [first, ...rest] = blocks;
  if (first?.type !== "heading" || rest.length === 0 || !isTitle(first)) return { blocks, dropped: named };
  const moved = named
    .filter(({ why }) => why !== "title")
    .map((item) => ({ ...item, before: Math.max(0, item.before - 1) }));
  return { blocks: rest, dropped: [{ before: 0, block: first, why: "title" }, ...moved] };
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
