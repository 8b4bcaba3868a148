import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import { countWords } from "#lib/domain/text.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import type { DocumentFormat } from "#lib/formats/import/imported-document.ts";
import { documentFormats, importLimits } from "#lib/formats/import/imported-document.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import type { Extract } from "./extracted.ts";
import { extractOf } from "./extracted.ts";

type Options = { type?: DocumentFormat; url?: string; changes: "accept" | "reject" | "show"; json?: true };

const explained = `
FILE is HTML, a saved page or mail (MHTML), Markdown, plain text, subtitles (VTT, SRT), DOCX, ODT, PDF or EPUB, gzipped or
not; - is standard input. The content decides what it is, not the name. Text has at most 10 MB, all else 50 MB.

With --json, one line for each FILE, in order:
  { "file", "format", "metadata", "blocks", "text", "dropped", "notes", "warnings" }   or   { "file", "error" }
metadata  title, byline (a list of names), publisher, publishedAt, modifiedAt, canonicalUrl, language, section, image:
          each { "value", "from" }, or null where the document does not say
blocks    [{ "type", "text", "start", "end", "level"?, "page"?, "from"?, "to"?, "marks"? }]; page counts from 1, from
          and to are milliseconds of a recording
text      the blocks joined by blank lines. Every start and end is in UTF-16 code units of it, end not included
dropped   what was not taken: [{ "before", "type", "text", "why" }]; it stood before the block of that number
notes     comments, footnotes and tracked changes: [{ "id", "kind", "by", "at", "text", "replies", "spans" }]

Needs no desk and no database. 0 all could be read, 1 some could not, 2 wrong usage.`;

export function addExtractCommand(program: Command): void {
  program
    .command("extract <file...>")
    .description("read documents and print their text, blocks and metadata")
    .addOption(new Option("--type <type>", "what the files are, whatever they look like").choices(documentFormats))
    .option("--url <address>", "the address that the page came from")
    .addOption(
      new Option("--changes <way>", "what becomes of tracked changes")
        .choices(["accept", "reject", "show"])
        .default("accept"),
    )
    .option("--json", "print a line of JSON for each file")
    .addHelpText("after", explained)
    .action(async (files: string[], options: Options) => {
      for (const file of files) {
        const extract = await extractFile(file, options);
        if (!extract.ok) process.exitCode = 1;
        const answer = extract.ok ? { file, ...extract.value } : { file, error: extract.error };
        await print(options.json === true ? JSON.stringify(answer) : summaryOf(file, extract));
      }
    });
}

async function extractFile(file: string, { type, url, changes }: Options): Promise<Result<Extract, string>> {
  const bytes = await bytesOf(file);
  if (bytes === null) return err("This file could not be read. Name a file that is there and that you may read.");
  if (bytes === "too-large") return err(importProblemSentence({ kind: "too-large", limit: "bytes" }));
  const read = await readDocument({
    bytes,
    changes,
    ...(file === "-" ? {} : { fileName: basename(file) }),
    ...(url === undefined ? {} : { address: url }),
    ...(type === undefined ? {} : { format: type }),
  });
  return read.ok ? { ok: true, value: extractOf(read.value) } : err(importProblemSentence(read.error));
}

/** The size is asked first; what has none, such as a pipe, is read no further than the limit. */
async function bytesOf(file: string): Promise<Buffer | "too-large" | null> {
  const most = importLimits.containerBytes;
  try {
    if (file !== "-" && (await stat(file)).size > most) return "too-large";
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk);
      length += bytes.byteLength;
      if (length > most) return "too-large";
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  } catch {
    return null; // Not there, not to be read, or a folder: the person knows which when they look.
  }
}

function print(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
}

function summaryOf(file: string, extract: Result<Extract, string>): string {
  if (!extract.ok) return `${plain(file)}\n  ${extract.error}\n`;
  const { format, metadata, blocks, text, dropped, notes, warnings } = extract.value;
  const stated = Object.entries(metadata).flatMap(([name, found]) =>
    found === null ? [] : [`${name.padEnd(13)} ${plain([found.value].flat().join(", "))}  (${plain(found.from)})`],
  );
  const counts = `${blocks.length} blocks, ${countWords(text)} words; not taken: ${dropped.length}; notes: ${notes.length}`;
  const lines = [`${format}: ${counts}`, ...stated, ...warnings.map((warning) => `! ${plain(warning)}`)];
  const body = blocks.map((block) => `  ${`${block.type}${block.level ?? ""}`.padEnd(10)}  ${plain(block.text)}`);
  return [plain(file), ...lines.map((line) => `  ${line}`), "", ...body, ""].join("\n");
}

/** One line of what a file says: no line breaks, no control characters for the terminal. */
function plain(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, " ");
}
