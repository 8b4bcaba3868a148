import type { Result } from "#lib/domain/result.ts";
import { composeNoted } from "#lib/domain/text.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { readDocx } from "#lib/formats/import/word/read-docx.ts";
import { readOdt } from "#lib/formats/import/word/read-odt.ts";
import { docxOf, docxStyles } from "#tests/support/make-docx.ts";
import { odtOf } from "#tests/support/make-odt.ts";

type Changes = "accept" | "reject" | "show";

/** What was read, or the test fails. */
export function taken(result: Result<ImportedDocument, ImportProblem>): ImportedDocument {
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
}

export async function readBody(
  body: string,
  parts: Omit<Parameters<typeof docxOf>[0], "body"> = {},
  changes: Changes = "accept",
): Promise<ImportedDocument> {
  return taken(await readDocx(docxOf({ styles: docxStyles, ...parts, body }), { changes }));
}

export async function readText(
  text: string,
  parts: Omit<Parameters<typeof odtOf>[0], "text"> = {},
  changes: Changes = "accept",
): Promise<ImportedDocument> {
  return taken(await readOdt(odtOf({ ...parts, text }), { changes }));
}

/** "kind by: text ← words | words" per note, the words as they come to stand in the text. */
export function noted({ blocks, notes }: ImportedDocument): string[] {
  const { text, notes: spans } = composeNoted(blocks);
  return notes.map(({ id, kind, by, text: said }) => {
    const words = (spans.get(id) ?? []).map(({ start, end }) => text.slice(start, end));
    return `${kind}${by === "" ? "" : ` ${by}`}: ${said} ← ${words.join(" | ")}`;
  });
}
