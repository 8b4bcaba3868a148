import type { RatingToken } from "#lib/domain/rating.ts";
import type { RatingIcon } from "#lib/domain/rating-icon.ts";
import type { Scale, ScaleKind, ScaleRating, Translation } from "#lib/domain/scale.ts";

/** A rating as the form holds it; `key` tells rows apart however they are moved. */
export type Row = {
  readonly key: string;
  readonly label: string;
  readonly definition: string;
  readonly token: RatingToken;
  readonly icon: RatingIcon;
  /** As it was typed; "" off the scale. */
  readonly value: string;
  readonly translations: Readonly<Record<string, Translation>>;
};

/** The form: both kinds keep their rows, so that switching between them loses nothing. */
export type Draft = {
  readonly name: string;
  readonly kind: ScaleKind;
  readonly preset: string;
  readonly rows: readonly Row[];
  /** The one entry of a scale without ratings. */
  readonly only: Row;
};

export function blankRow(key: string): Row {
  return { key, label: "", definition: "", token: "off", icon: "", value: "", translations: {} };
}

export function draftOf({ name, kind, preset, ratings }: Scale): Draft {
  const rows = ratings.map((rating, index) => rowOf(rating, `${name}-${index}`));
  const [first] = rows;
  return kind === "sentence" && first !== undefined
    ? { name, kind, preset, rows: [blankRow("first")], only: first }
    : { name, kind, preset, rows, only: { ...blankRow("only"), label: "Assessed" } };
}

function rowOf({ label, definition, token, icon, value, translations }: ScaleRating, key: string): Row {
  return { key, label, definition, token, icon, value: value === null ? "" : String(value), translations };
}

export function rowsOf({ kind, rows, only }: Draft): readonly Row[] {
  return kind === "sentence" ? [only] : rows;
}

/** The rows as the server reads them. A number that is none is sent as 0, and a translation without words not at all. */
export function ratingsJson(draft: Draft): string {
  return JSON.stringify(
    rowsOf(draft).map(({ label, definition, token, icon, value, translations }) => ({
      label,
      definition,
      token,
      icon,
      value: token === "off" ? null : /^\d{1,6}$/.test(value.trim()) ? Number(value) : 0,
      translations: Object.fromEntries(
        Object.entries(translations).filter(([, words]) => words.label.trim() !== "" || words.definition.trim() !== ""),
      ),
    })),
  );
}

/** Rows in another order: the numbers stay at their places, the truest first. */
export function moved(rows: readonly Row[], from: number, to: number): Row[] {
  const next = [...rows];
  next.splice(to, 0, ...next.splice(from, 1));
  return renumbered(rows, next);
}

/** Changed, added or removed rows. Numbers that count down to 1 go on doing so; others are left alone but for new ones. */
export function renumbered(before: readonly Row[], after: readonly Row[]): Row[] {
  const steps = after.filter((row) => row.token !== "off");
  const values = countsDown(before)
    ? steps.map((_, index) => String(steps.length - index))
    : descending(steps.map((row) => row.value));
  let step = 0;
  return after.map((row) => {
    if (row.token === "off") return { ...row, value: "" };
    step += 1;
    return { ...row, value: values[step - 1] ?? "" };
  });
}

function countsDown(rows: readonly Row[]): boolean {
  const steps = rows.filter((row) => row.token !== "off");
  return steps.every((row, index) => row.value === String(steps.length - index));
}

function descending(values: readonly string[]): string[] {
  return values.map((value) => (value === "" ? "1" : value)).sort((a, b) => Number(b) - Number(a));
}
