import type { FieldErrors } from "#lib/domain/failure.ts";
import { foldedLabel, type Scale, type ScaleRating, scaleLimits } from "#lib/domain/scale.ts";

/**
 * What is wrong with a scale, a sentence per field: `name`, `ratings`, and `ratings.3.label`, `ratings.3.value`,
 * `ratings.3.translations.de.label` … for one rating, counted from 0. Empty when nothing is.
 */
export function scaleProblems({ name, kind, ratings }: Scale): FieldErrors {
  return {
    ...(name === "" ? { name: "Name the scale." } : tooLong("name", name, scaleLimits.name)),
    ...countProblems(kind, ratings),
    ...Object.assign({}, ...ratings.slice(0, scaleLimits.ratings).map(ratingProblems)),
    ...sameLabels(ratings),
    ...risingNumbers(ratings),
  };
}

function countProblems(kind: Scale["kind"], ratings: readonly ScaleRating[]): FieldErrors {
  if (kind === "sentence") {
    return ratings.length === 1 && ratings[0]?.value === null
      ? {}
      : { ratings: "A scale without ratings has one entry, off the scale, that every verdict stands under." };
  }
  if (ratings.length === 0) return { ratings: "Add at least one rating." };
  if (ratings.length > scaleLimits.ratings) return { ratings: `Keep to ${scaleLimits.ratings} ratings or fewer.` };
  const tags = new Set(ratings.flatMap((rating) => Object.keys(rating.translations)));
  return tags.size > scaleLimits.languages ? { ratings: `Keep to ${scaleLimits.languages} languages or fewer.` } : {};
}

function ratingProblems(rating: ScaleRating, index: number): FieldErrors {
  const at = `ratings.${index}`;
  const translated = Object.entries(rating.translations).map(([tag, { label, definition }]) => ({
    ...labelProblems(`${at}.translations.${tag}.label`, label),
    ...tooLong(`${at}.translations.${tag}.definition`, definition, scaleLimits.definition),
  }));
  return {
    ...labelProblems(`${at}.label`, rating.label),
    ...tooLong(`${at}.definition`, rating.definition, scaleLimits.definition),
    ...numberProblems(`${at}.value`, rating),
    ...Object.assign({}, ...translated),
  };
}

function labelProblems(field: string, label: string): FieldErrors {
  if (label === "") return { [field]: "Write the label." };
  return label.includes("\n") ? { [field]: "Write the label on one line." } : tooLong(field, label, scaleLimits.label);
}

function numberProblems(field: string, { token, value }: ScaleRating): FieldErrors {
  if (token === "off") {
    return value === null ? {} : { [field]: "A rating off the scale has no number. Remove it, or choose a colour." };
  }
  return value !== null && isNumber(value)
    ? {}
    : { [field]: `Write a whole number from 1 to ${scaleLimits.number}; higher is truer.` };
}

function isNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= scaleLimits.number;
}

function sameLabels(ratings: readonly ScaleRating[]): FieldErrors {
  const seen = new Set<string>();
  const problems: Record<string, string> = {};
  for (const [index, { label }] of ratings.entries()) {
    const folded = foldedLabel(label);
    if (label !== "" && seen.has(folded)) {
      problems[`ratings.${index}.label`] = "Another rating has this label. Choose a different one.";
    }
    seen.add(folded);
  }
  return problems;
}

/** The truest stands first: a number may repeat down the list and never rise. */
function risingNumbers(ratings: readonly ScaleRating[]): FieldErrors {
  let last = Number.POSITIVE_INFINITY;
  for (const [index, { value }] of ratings.entries()) {
    if (value === null || !isNumber(value)) continue;
    if (value > last) {
      return { [`ratings.${index}.value`]: "This number is higher than one above it. The truest rating stands first." };
    }
    last = value;
  }
  return {};
}

function tooLong(field: string, text: string, max: number): FieldErrors {
  return text.length > max ? { [field]: `Shorten this to ${max} characters or fewer.` } : {};
}
