import type { BlockDraft } from "#lib/domain/block.ts";
import { composeText } from "#lib/domain/text.ts";
import { compare } from "./harness.ts";

const sentence = "Das Büro  zählte im Jahr 2024\nrund 4,3\u00A0Millionen Fälle, so die E\u0301tude der Behörde. ";
const drafts = Array.from({ length: 400 }, (): BlockDraft => {
  return {
    type: "paragraph",
    runs: [
      { text: sentence.repeat(3), marks: [] },
      { text: "ein Verweis", marks: [{ type: "link", href: "https://example.org/" }] },
      { text: ` und ${sentence}`, marks: [] },
    ],
  };
});
const plain = drafts.map((draft) => draft.runs.map((run) => run.text).join("")).join("\n\n");

await compare(`What do blocks, offsets and marks cost over plain normalisation? (${plain.length} characters)`, [
  { name: "normalize and collapse", work: () => plain.normalize("NFC").replace(/[^\S\n]+/gu, " ") },
  { name: "composeText", work: () => composeText(drafts) },
]);
