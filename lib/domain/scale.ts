import { typographicFold } from "#lib/domain/fold.ts";
import type { RatingDraft } from "#lib/domain/rating.ts";
import type { RatingIcon } from "#lib/domain/rating-icon.ts";

/** `ordered` has ratings; on a scale of the kind `sentence` each verdict is a sentence, and one rating carries them all. */
export const scaleKinds = ["ordered", "sentence"] as const;
export type ScaleKind = (typeof scaleKinds)[number];

export type Translation = { readonly label: string; readonly definition: string };

export type ScaleRating = RatingDraft & {
  readonly icon: RatingIcon;
  /** By BCP 47 tag in its canonical form. */
  readonly translations: Readonly<Record<string, Translation>>;
};

/** A scale as somebody writes it: truest rating first, those off the scale anywhere. `preset` names where it began. */
export type Scale = {
  readonly name: string;
  readonly kind: ScaleKind;
  readonly preset: string;
  readonly ratings: readonly ScaleRating[];
};

/** Lengths are in UTF-16 units. */
export const scaleLimits = {
  name: 100,
  ratings: 20,
  label: 60,
  definition: 500,
  languages: 20,
  number: 100,
  sentence: 300,
} as const;

/** What a verdict is called wherever it is shown: its own sentence where it has one, else the label of its rating. */
export function verdictWords({ sentence, label }: { readonly sentence?: string; readonly label: string }): string {
  return sentence === undefined || sentence === "" ? label : sentence;
}

/** A rating's label and definition in a language: of that very tag, else of its first subtag, else the desk's own. */
export function ratingIn<Words extends Translation>(
  rating: Words & { readonly translations: Readonly<Record<string, Translation>> },
  language: string | null,
): Translation {
  const { translations, label, definition } = rating;
  const primary = language?.split("-")[0] ?? "";
  const tags = Object.keys(translations);
  const tag =
    tags.find((known) => known.toLowerCase() === language?.toLowerCase()) ??
    tags.find((known) => known.toLowerCase() === primary.toLowerCase());
  const words = tag === undefined ? undefined : translations[tag];
  return words === undefined
    ? { label, definition }
    : { label: words.label, definition: words.definition === "" ? definition : words.definition };
}

/** Whether two scales say the same to whoever chooses from them. */
export function isSameScale(a: Scale, b: Scale): boolean {
  return (
    a.name === b.name && a.kind === b.kind && JSON.stringify(plain(a.ratings)) === JSON.stringify(plain(b.ratings))
  );
}

function plain(ratings: readonly ScaleRating[]) {
  return ratings.map(({ label, definition, token, value, icon, translations }) => [
    [label, definition, token, value, icon],
    Object.entries(translations)
      .map(([tag, words]) => [tag, words.label, words.definition])
      .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
  ]);
}

/** Two labels that a reader could not tell apart are the same. */
export function foldedLabel(label: string): string {
  return typographicFold(label).toLowerCase();
}

/** One scale that verdicts were given on. Moments are ISO 8601. */
export type EarlierScale = {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly labels: readonly string[];
  readonly verdicts: number;
  readonly from: string;
  readonly until: string;
};

/** The present scale and, for whoever may revise it, those before it. `verdicts` is null for everybody else. */
export type ScalePage = Scale & {
  readonly id: string;
  readonly revision: number;
  readonly ratings: readonly (ScaleRating & { readonly id: string })[];
  readonly verdicts: number | null;
  readonly mayRevise: boolean;
  readonly earlier: readonly EarlierScale[];
};
