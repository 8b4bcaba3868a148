import fc from "fast-check";

const words = [
  "the",
  "ferry",
  "board",
  "lost",
  "1.9",
  "million",
  "boats",
  "„alt“",
  "naïve",
  "ﬁnal",
  "مرفأ",
  "港",
  "👩‍🚀",
  "don’t",
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 12 })
  .map((parts) => `${parts.join(" ")}.`);
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(" ")),
  { minLength: 1, maxLength: 8 },
);

type Edit =
  | { readonly kind: "drop" | "double" | "move"; readonly at: number; readonly to: number }
  | { readonly kind: "replace"; readonly at: number; readonly word: string };

const place = fc.nat(1000);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom("drop" as const, "double" as const, "move" as const), at: place, to: place }),
  fc.record({ kind: fc.constant("replace" as const), at: place, word: fc.constantFrom("new", "other", "the", "中") }),
);

function edited(blocks: readonly string[], edits: readonly Edit[]): string[] {
  let result = [...blocks];
  for (const change of edits) {
    const at = change.at % Math.max(1, result.length);
    const [here = ""] = result.slice(at, at + 1);
    switch (change.kind) {
      case "drop":
        result = result.toSpliced(at, 1);
        break;
      case "double":
        result = result.toSpliced(at, 0, here);
        break;
      case "move":
        result = result.toSpliced(at, 1).toSpliced(change.to % Math.max(1, result.length), 0, here);
        break;
      case "replace": {
        const parts = here.split(" ");
        result = result.with(at, parts.with(change.at % parts.length, change.word).join(" "));
      }
    }
    if (result.length === 0) result = ["rest"];
  }
  return result;
}

/** A text, and what became of it after paragraphs were dropped, doubled and moved and words replaced. */
export const editedText = fc
  .tuple(paragraphs, fc.array(edit, { maxLength: 6 }))
  .map(([blocks, edits]) => ({ older: blocks.join("\n\n"), newer: edited(blocks, edits).join("\n\n") }));

/** The start and end of each stretch between blank lines. */
export function blocksOf(text: string): { start: number; end: number }[] {
  let start = 0;
  return text.split("\n\n").map((block) => {
    const span = { start, end: start + block.length };
    start = span.end + 2;
    return span;
  });
}
