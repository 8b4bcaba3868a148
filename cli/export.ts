import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { Option } from "commander";
import { type EditionFormat, editionFormats, type SignedEdition } from "#lib/domain/edition.ts";
import { notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { whyUnwritten } from "#lib/formats/edition/why-unwritten.ts";
import { needsSidecar, sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { editionById, editionOrArticle, latestEdition } from "#lib/server/queries/edition-by-id.ts";
import { Refused, report } from "./answer.ts";
import { contextAs, contextFor, withDesk } from "./run.ts";

type Options = { as?: string; format: EditionFormat; out?: string; draft?: true; json?: true };
type File = { readonly bytes: Uint8Array; readonly edition: SignedEdition | null; readonly claims: number };

export function addExportCommand(program: Command): void {
  program
    .command("export <what>")
    .description("write an edition, or an article's newest one, or while there is none its draft, marked as such")
    .option("--as <email>", "read it as this member, rather than as whoever runs the installation")
    .addOption(new Option("--format <format>", "the form of the report").choices([...editionFormats]).default("html"))
    .option(
      "-o, --out <file>",
      "write to a file instead of standard output, and its proof beside it where it cannot hold it",
    )
    .option("--draft", "the draft of an article, also when it has an edition")
    .option("--json", "the same as --format json; with --out, print what was written as JSON")
    .action((what: string, options: Options) =>
      withDesk(async ({ db }) => {
        const id = identifier.safeParse(/[0-9a-f-]{36}/i.exec(what)?.[0]);
        if (!id.success) throw new Refused("Name the article or the edition by its id, as its address shows it.");
        const named = await editionOrArticle({ db }, id.data);
        const reader =
          options.as === undefined ? await contextFor(db, named.articleId) : await contextAs(db, options.as);
        const isJson = options.json === true;
        const format = isJson && options.format === "html" && options.out === undefined ? "json" : options.format;
        const made = reader === null ? notFound() : await fileOf(reader, named, { ...options, format });
        if (!made.ok) return report(made, { json: isJson, sentence: () => "" });
        const { bytes, edition, claims } = made.value;
        if (options.out === undefined) return void process.stdout.write(bytes);
        const proof = edition !== null && needsSidecar(format) ? sidecarOf(edition, options.out) : null;
        await writeFile(options.out, bytes);
        if (proof !== null) await writeFile(proof.fileName, proof.bytes);
        const number = edition?.edition.number ?? null;
        report(ok({ file: options.out, proof: proof?.fileName ?? null, format, edition: number, claims }), {
          json: isJson,
          sentence: (value) =>
            `Wrote ${number === null ? "the draft" : `edition ${number}`} to ${value.file}${value.proof === null ? "" : `, and its proof to ${value.proof}`}.`,
        });
      }),
    );
}

type Named = Awaited<ReturnType<typeof editionOrArticle>>;

async function fileOf(context: Context, named: Named, { format, draft }: Options): Promise<Outcome<File>> {
  const { articleId, editionId } = named;
  const edition = editionId === null ? await latestEdition(context, articleId) : await editionById(context, editionId);
  if (!edition.ok) return edition;
  if (edition.value !== null && draft !== true) {
    const { bytes } = await writeEdition(edition.value, format).catch(async (error: unknown) => {
      throw new Refused(await whyUnwritten(format, error));
    });
    return ok({ bytes, edition: edition.value, claims: edition.value.edition.report.claims.length });
  }
  const drafted = reportFormats.find((known) => known === format);
  if (drafted === undefined) {
    throw new Refused(
      `There is no edition yet, and a draft is written as ${reportFormats.join(", ")} only. Publish the report first.`,
      "not-published",
    );
  }
  const outcome = await articleReport(context, articleId);
  if (!outcome.ok) return outcome;
  const bytes = new TextEncoder().encode(await writeReport(outcome.value, drafted));
  return ok({ bytes, edition: null, claims: outcome.value.claims.length });
}
