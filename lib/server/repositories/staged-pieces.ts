import "server-only";
import { z } from "zod";
import type { Block, InlineMark } from "#lib/domain/block.ts";
import { blockTypes, markTypes } from "#lib/domain/block.ts";
import { blocksSchema } from "#lib/server/repositories/articles.ts";

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.enum(markTypes).exclude(["link"]) }),
  z.object({ type: z.literal("link"), href: z.string() }),
  z.object({ type: z.literal("note"), id: z.string() }),
]);

const block = z.object({
  type: z.enum(blockTypes),
  level: z.number().exactOptional(),
  place: z.union([z.object({ page: z.number() }), z.object({ from: z.number(), to: z.number() })]).exactOptional(),
  runs: z.array(z.object({ text: z.string(), marks: z.array(mark) })),
});

/** The blocks of an import as they lie in the database, before a version is made of them. */
export const piecesSchema = z.array(
  z.object({ block, taken: z.boolean(), why: z.enum(["title", "outside"]).nullable() }),
);
export type StoredPiece = z.output<typeof piecesSchema>[number];

/** What was staged before pieces were kept had its text composed already: all of it was taken. */
export const composedSchema = z
  .object({ text: z.string(), blocks: blocksSchema })
  .transform(({ text, blocks }): StoredPiece[] =>
    blocks.map((one) => ({ block: draftOf(text, one), taken: true, why: null })),
  );

/** A block of a text as a draft with the same words and marks. */
function draftOf(text: string, { type, level, start, end, marks }: Block): StoredPiece["block"] {
  const borders = [start, end, ...marks.flatMap((inline) => [inline.start, inline.end])];
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const runs = sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    const over = marks.filter((inline) => inline.start <= from && inline.end >= to);
    return { text: text.slice(from, to), marks: over.map(withoutPlace) };
  });
  return { type, ...(level === null ? {} : { level }), runs };
}

function withoutPlace(inline: InlineMark) {
  return inline.type === "link" ? { type: inline.type, href: inline.href } : { type: inline.type };
}
