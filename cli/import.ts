import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { uuidv7 } from "uuidv7";
import { invalid } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { importArticle as importSchema } from "#lib/schemas/article.ts";
import type { StageImport } from "#lib/schemas/import.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { report } from "./answer.ts";
import { frozenSentence, importVersion } from "./import-version.ts";
import { readBytes } from "./read-file.ts";
import { contextAs, withDesk } from "./run.ts";

type Options = { as: string; title?: string; versionOf?: string; json?: true };
type Read = Exclude<StageImport, { way: "edit" }>;

export function addImportCommand(program: Command): void {
  program
    .command("import <what>")
    .description(
      "import a document of any kind that can be read (see extract), an address, or - for standard input, as a new article or version",
    )
    .requiredOption("--as <email>", "the member who imports it")
    .option("--title <title>", "the title, if the document's own is not the right one")
    .addOption(
      new Option("--version-of <article>", "the id of the article that this is the next version of").conflicts("title"),
    )
    .option("--json", "print the result as JSON")
    .action((what: string, options: Options) =>
      withDesk(async ({ db, baseUrl }) => {
        const id = uuidv7();
        const context = await contextAs(db, options.as);
        const input = await inputOf(what, id);
        if (options.versionOf !== undefined) {
          const frozen = await importVersion({ context, baseUrl }, { input, article: options.versionOf });
          return report(frozen, { json: options.json === true, sentence: frozenSentence });
        }
        const staged = await stageImport(context, input);
        const preview = staged.ok ? await importPreview(context, id) : staged;
        const sentence = (value: { address: string }) => `Imported. ${value.address}`;
        if (!preview.ok) return report(preview, { json: options.json === true, sentence: () => "" });
        const { metadata, counts } = preview.value;
        const own = Object.fromEntries(
          Object.entries(metadata).flatMap(([name, found]) => (found === null ? [] : [[name, found.value]])),
        );
        const fields = importSchema.safeParse({
          ...own,
          id,
          title: options.title ?? metadata.title?.value ?? titleFrom(what),
        });
        if (!fields.success)
          return report(invalid({ "": fields.error.issues[0]?.message ?? "" }), {
            json: options.json === true,
            sentence: () => "",
          });
        const frozen = await importArticle(context, fields.data);
        const result = frozen.ok
          ? ok({
              id,
              address: `${baseUrl}/articles/${id}`,
              title: fields.data.title,
              blocks: counts.taken,
              characters: counts.characters,
            })
          : frozen;
        report(result, { json: options.json === true, sentence });
      }),
    );
}

const limit = {
  bytes: importLimits.containerBytes,
  sentence: importProblemSentence({ kind: "too-large", limit: "bytes" }),
};

async function inputOf(what: string, id: string): Promise<Read> {
  if (/^https?:\/\//i.test(what)) return { way: "address", id, address: what };
  const bytes = what === "-" ? await buffer(process.stdin) : await readBytes(what, limit);
  return { way: "file", id, bytes, fileName: basename(what), contentType: "" };
}

function titleFrom(what: string): string {
  return what === "-" ? "Untitled" : basename(what).replace(/\.[a-z0-9]+$/i, "");
}
