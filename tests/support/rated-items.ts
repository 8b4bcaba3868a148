import { type Agreement, type AgreementMetric, agreementOf } from "#lib/domain/agreement.ts";
import { nominalTable, ordinalTable } from "#lib/domain/rating-table.ts";

/** A row for each item, a place for each rater. */
export type Rows = readonly (readonly (number | null)[])[];

/** The nominal measures get the numbers as words. */
export function agreement(metric: AgreementMetric, rows: Rows, raters = rows[0]?.length ?? 0): Agreement {
  if (metric === "krippendorff-ordinal") return agreementOf(metric, ordinalTable(raters, rows));
  const words = rows.map((row) => row.map((rating) => (rating === null ? null : `rating ${rating}`)));
  return agreementOf(metric, nominalTable(raters, words));
}
