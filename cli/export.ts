import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { Option } from "commander";
import { notFound } from "#lib/domain/failure.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { identifier } from "#lib/schemas/text.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { Refused, report } from "./answer.ts";
import { contextAs, contextFor, withDesk } from "./run.ts";

type Options = { as?: string; format: (typeof reportFormats)[number]; out?: string; json?: true };

export function addExportCommand(program: Command): void {
  program
    .command("export <article>")
    .description("write the fact-check report of an article (its id or address), a draft marked as such")
    .option("--as <email>", "read it as this member, rather than as whoever runs the installation")
    .addOption(new Option("--format <format>", "the form of the report").choices([...reportFormats]).default("html"))
    .option("--out <file>", "write to a file instead of standard output")
    .option("--json", "the same as --format json; with --out, print what was written as JSON")
    .action((article: string, options: Options) =>
      withDesk(async ({ db }) => {
        const id = identifier.safeParse(/[0-9a-f-]{36}/i.exec(article)?.[0]);
        if (!id.success) throw new Refused("Name the article by its id, as its address shows it.");
        const context = options.as === undefined ? await contextFor(db, id.data) : await contextAs(db, options.as);
        const outcome = context === null ? notFound() : await articleReport(context, id.data);
        if (!outcome.ok) return report(outcome, { json: options.json === true, sentence: () => "" });
        const format =
          options.json === true && options.format === "html" && options.out === undefined ? "json" : options.format;
        const text = await writeReport(outcome.value, format);
        if (options.out === undefined) return void process.stdout.write(text);
        await writeFile(options.out, text);
        const written = {
          ok: true,
          value: { file: options.out, format, claims: outcome.value.claims.length },
        } as const;
        report(written, { json: options.json === true, sentence: (value) => `Wrote ${value.file}.` });
      }),
    );
}
