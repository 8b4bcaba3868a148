import type { RatingIcon } from "#lib/domain/rating-icon.ts";

/** The six verdict colours of the design; a desk's scale picks from them. `off` is off the scale and has no number. */
export const ratingTokens = ["true", "mostly", "half", "barely", "false", "off"] as const;
export type RatingToken = (typeof ratingTokens)[number];

export type RatingDraft = {
  readonly label: string;
  readonly definition: string;
  readonly token: RatingToken;
  readonly value: number | null;
};

export type Rating = RatingDraft & { readonly id: string; readonly icon?: RatingIcon };

/** What a new desk starts with: five ordered ratings, higher is truer, and two off the scale. */
export const defaultScale: readonly RatingDraft[] = [
  {
    label: "True",
    definition: "Accurate by the evidence, with nothing significant left out.",
    token: "true",
    value: 5,
  },
  {
    label: "Mostly true",
    definition: "Accurate in the main; a detail needs correcting or adding.",
    token: "mostly",
    value: 4,
  },
  {
    label: "Half true",
    definition: "Partly accurate, but it leaves out or bends something that matters.",
    token: "half",
    value: 3,
  },
  {
    label: "Mostly false",
    definition: "It has a true element, yet gives a wrong impression as a whole.",
    token: "barely",
    value: 2,
  },
  { label: "False", definition: "The evidence contradicts it.", token: "false", value: 1 },
  {
    label: "Unproven",
    definition: "The evidence that exists neither bears it out nor contradicts it.",
    token: "off",
    value: null,
  },
  {
    label: "Not a claim",
    definition: "An opinion, a wish or a joke: nothing that evidence could settle.",
    token: "off",
    value: null,
  },
];
