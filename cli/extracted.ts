import type { InlineMark } from "#lib/domain/block.ts";
import type { Span } from "#lib/domain/span.ts";
import { composeNoted } from "#lib/domain/text.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import type {
  DroppedBlock,
  Found,
  FoundNames,
  ImportedDocument,
  ImportedNote,
} from "#lib/formats/import/imported-document.ts";

/** What `stet extract` answers for a file; every start and end is in UTF-16 code units of `text`. */
export type Extract = {
  readonly format: ImportedDocument["format"];
  readonly metadata: Readonly<Record<string, Found | FoundNames | null>>;
  readonly blocks: readonly {
    readonly type: string;
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly level?: number;
    readonly page?: number;
    readonly from?: number;
    readonly to?: number;
    readonly marks?: readonly InlineMark[];
  }[];
  readonly text: string;
  readonly dropped: readonly { before: number; type: string; text: string; why: DroppedBlock["why"] }[];
  readonly notes: readonly (ImportedNote & { readonly spans: readonly Span[] })[];
  readonly warnings: readonly string[];
};

/** A document as the values that are printed. */
export function extractOf(document: ImportedDocument): Extract {
  const { text, blocks, notes } = composeNoted(document.blocks);
  const { title, byline, publisher, published, modified, address, language, section, image } = document.metadata;
  return {
    format: document.format,
    metadata: {
      title,
      byline,
      publisher,
      publishedAt: published,
      modifiedAt: modified,
      canonicalUrl: address,
      language,
      section,
      image,
    },
    blocks: blocks.map(({ type, start, end, level, place, marks }) => ({
      type,
      text: text.slice(start, end),
      start,
      end,
      ...(level === null ? {} : { level }),
      ...place,
      ...(marks.length === 0 ? {} : { marks }),
    })),
    text,
    dropped: document.dropped.map(({ before, block, why }) => ({
      before: document.blocks.slice(0, before).filter(hasWords).length,
      type: block.type,
      text: textOfDraft(block),
      why,
    })),
    notes: document.notes.map((note) => ({ ...note, spans: notes.get(note.id) ?? [] })),
    warnings: document.warnings,
  };
}

/** The blocks that the text has: those without words are left out of it. */
function hasWords(block: ImportedDocument["blocks"][number]): boolean {
  return textOfDraft(block).trim() !== "";
}
