import { type Command, Option } from "commander";
import {
  type Agreement,
  type AgreementMetric,
  agreementMetrics,
  agreementOf,
  metricNames,
} from "#lib/domain/agreement.ts";
import { ok } from "#lib/domain/result.ts";
import { readRatings } from "#lib/formats/sheets/read-ratings.ts";
import { Refused, report } from "./answer.ts";
import { readTextOrInput } from "./read-file.ts";

type Options = { metric: AgreementMetric; json?: true };

const mostBytes = 128 * 1024 * 1024;
const tooLarge = "This table is larger than 128 MB. Shorten the names of the ratings, or split it.";

const explained = `
FILE is a table in UTF-8, - is standard input: commas, semicolons, tabs or bars between the cells. The first line names
the raters, one column each; every other line is an item; an empty cell is no rating. At most 1,000,000 items, 1,000
raters and 128 MB. Ratings are the words as written, without white space around them; for the ordinal measure, numbers.

  cohen                 Cohen's kappa: exactly two columns; items that both rated count
  fleiss                Fleiss' kappa: if every rated item has equally many ratings, they all count; otherwise only
                        those that every rater rated
  krippendorff-nominal  Krippendorff's alpha: items with two ratings or more count
  krippendorff-ordinal  the same, of numbers; only their order matters

With --json: { "metric", "value", "items", "pairable", "raters" }. items are the items that were counted, pairable the
ratings on them, raters the columns. Where the measure is undefined, value is null and "reason" says why.
Needs no desk and no database. 0 answered, 1 the table cannot be read, 2 wrong usage.`;

export function addAgreementCommand(program: Command): void {
  program
    .command("agreement <file>")
    .description("compute how far raters agree beyond chance, from a table of their ratings")
    .addOption(new Option("--metric <metric>", "the measure").choices(agreementMetrics).makeOptionMandatory())
    .option("--json", "print the answer as JSON")
    .addHelpText("after", explained)
    .action(async (file: string, { metric, json }: Options) => {
      const text = await readTextOrInput(file, { bytes: mostBytes, sentence: tooLarge });
      const table = readRatings(text, metric === "krippendorff-ordinal" ? "numbers" : "words");
      if (!table.ok) throw new Refused(table.error, "invalid");
      const { raters, codes } = table.value;
      if (metric === "cohen" && raters > 2) throw new Refused(notTwo(raters), "invalid");
      const sentence = (agreement: Agreement) => wordsOf(agreement, codes.length / raters);
      report(ok(agreementOf(metric, table.value)), { json: json === true, sentence });
    });
}

function notTwo(raters: number): string {
  return `Cohen's kappa compares exactly two raters, and this table has ${raters}. Choose two columns, or another measure.`;
}

function wordsOf(agreement: Agreement, items: number): string {
  const { metric, pairable, raters } = agreement;
  const figure = agreement.value === null ? `undefined. ${agreement.reason}` : agreement.value.toFixed(3);
  const [counted, all, ratings] = [agreement.items, items, pairable].map((count) => count.toLocaleString("en"));
  return `${metricNames[metric]}: ${figure}\n${counted} of ${all} items counted, ${ratings} ratings on them, ${raters} ${raters === 1 ? "rater" : "raters"}`;
}
