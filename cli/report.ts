import type { Command } from "commander";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { EditionPreview } from "#lib/domain/edition-preview.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import { publishReport as publishSchema, withdrawReport as withdrawSchema } from "#lib/schemas/edition.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import type { Db } from "#lib/server/db/client.ts";
import { editionPreview } from "#lib/server/queries/edition-preview.ts";
import { editorOf } from "#lib/server/queries/editor-of-article.ts";
import { publishReport } from "#lib/server/use-cases/publish-report.ts";
import { withdrawReport } from "#lib/server/use-cases/withdraw-report.ts";
import { Refused, report } from "./answer.ts";
import { contextAs, outside, withDesk } from "./run.ts";

type Options = { as?: string; what?: string; why?: string; correction?: true; json?: true };

export function addReportCommand(program: Command): void {
  const command = program.command("report").description("publish the report of an article, or take it back");
  const as = ["--as <email>", "the editor who does it; not needed where the desk has only one"] as const;
  command
    .command("publish <article>")
    .description("freeze the report as its next edition, sign it, and print what stands in the way if anything does")
    .option(...as)
    .option("--what <words>", "what changed since the last edition")
    .option("--why <words>", "why it changed")
    .option("--correction", "an error was mended, rather than more checked")
    .option("--json", "print the result as JSON")
    .action((article: string, options: Options) => withDesk((desk) => publish(desk, article, options)));
  command
    .command("withdraw <article>")
    .description("take the check back with an edition that says so")
    .option(...as)
    .requiredOption("--what <words>", "what is taken back")
    .requiredOption("--why <words>", "why it is taken back")
    .option("--json", "print the result as JSON")
    .action((article: string, options: Options) => withDesk((desk) => withdraw(desk, article, options)));
}

type Desk = { readonly db: Db; readonly baseUrl: string };

async function publish({ db, baseUrl }: Desk, article: string, options: Options): Promise<void> {
  const { what = "", why = "" } = options;
  const articleId = idIn(article);
  const context = await editor(db, articleId, options.as);
  const preview = await editionPreview(context, articleId);
  if (!preview.ok) return report(preview, { json: options.json === true, sentence: () => "" });
  const { plan, seen, inTheWay } = preview.value;
  if (inTheWay.length > 0) return refuse(inTheWay, options);
  const kind = options.correction === true ? "correction" : "update";
  const change = what === "" && why === "" ? null : { kind, what, why };
  const input = parsed(publishSchema, { id: uuidv7(), articleId, planVersion: plan.rowVersion, seen, change });
  const site = baseUrl.replace(/\/+$/, "");
  const outcome = await publishReport(context, input, site);
  report(outcome, {
    json: options.json === true,
    sentence: ({ number, digest }) => `Published edition ${number}, SHA-256 ${digest}.`,
  });
}

async function withdraw({ db, baseUrl }: Desk, article: string, options: Options): Promise<void> {
  const articleId = idIn(article);
  const context = await editor(db, articleId, options.as);
  const input = parsed(withdrawSchema, { id: uuidv7(), articleId, what: options.what, why: options.why });
  const outcome = await withdrawReport(context, input, baseUrl.replace(/\/+$/, ""));
  report(outcome, {
    json: options.json === true,
    sentence: ({ number, digest }) => `Withdrawn with edition ${number}, SHA-256 ${digest}.`,
  });
}

/** Says of every claim what stands in the way, a line each; as JSON on the one line that `--json` promises. */
function refuse(inTheWay: EditionPreview["inTheWay"], { json }: Options): void {
  const sentence = ruleSentence("work-unfinished");
  if (json !== true) {
    const lines = inTheWay.map((one) => `  Claim ${one.number}: ${one.sentence}`);
    throw new Refused([sentence, ...lines].join("\n"), "refused");
  }
  process.stdout.write(`${JSON.stringify({ error: "refused", rule: "work-unfinished", sentence, inTheWay })}\n`);
  process.exitCode = 1;
}

function idIn(article: string): string {
  const id = identifier.safeParse(/[0-9a-f-]{36}/i.exec(article)?.[0]);
  if (!id.success) throw new Refused("Name the article by its id, as its address shows it.");
  return id.data;
}

/** Whoever is named, or the one member of the article's desk who may publish. */
async function editor(db: Db, articleId: string, email: string | undefined): Promise<Context> {
  if (email !== undefined) return await contextAs(db, email);
  const found = await editorOf({ db }, articleId);
  if (found === "none") throw new Refused("There is no such article, or nobody on its desk may publish.", "not-found");
  if (found === "several")
    throw new Refused("Several members of the desk may publish. Say who does it with --as EMAIL.");
  return { actor: found, db, now: new Date(), ...outside() };
}

function parsed<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const read = schema.safeParse(input);
  if (!read.success) throw new Refused(read.error.issues[0]?.message ?? "", "invalid");
  return read.data;
}
