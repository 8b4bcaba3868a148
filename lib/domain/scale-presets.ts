import { defaultScale, type RatingToken } from "#lib/domain/rating.ts";
import type { RatingIcon } from "#lib/domain/rating-icon.ts";
import type { Scale, ScaleRating } from "#lib/domain/scale.ts";

export type ScalePreset = Scale & {
  /** Whose published scale it follows, and what it is good for. */
  readonly about: string;
};

type Row = readonly [label: string, definition: string, token: RatingToken, value: number | null, icon?: RatingIcon];

function ratingsOf(rows: readonly Row[]): ScaleRating[] {
  return rows.map(([label, definition, token, value, icon = ""]) => ({
    ...{ label, definition, token, value, icon },
    translations: {},
  }));
}

function ordered(name: string, about: string, rows: readonly Row[]): ScalePreset {
  return { name, about, kind: "ordered", preset: name, ratings: ratingsOf(rows) };
}

/**
 * Scales to begin with. Labels are as the desks publish them, definitions in words of our own; the numbers are ours
 * too, for hardly any desk publishes its own.
 */
export const scalePresets: readonly ScalePreset[] = [
  {
    name: "Five steps",
    about: "What every desk starts with: five steps and two off the scale.",
    kind: "ordered",
    preset: "Five steps",
    ratings: defaultScale.map((rating) => ({ ...rating, icon: "", translations: {} })),
  },
  ordered("Own copy", "Three steps for checking one's own text before it is printed.", [
    ["Right", "The evidence bears it out as it is written.", "true", 3, "check"],
    ["Needs a change", "Right in the main; the suggested wording makes it right altogether.", "half", 2, "pen"],
    ["Wrong", "The evidence contradicts it. Take it out or write it anew.", "false", 1, "cross"],
  ]),
  {
    name: "In a sentence",
    about: "After Full Fact: no ratings. Each verdict is one sentence that says what was found.",
    kind: "sentence",
    preset: "In a sentence",
    ratings: ratingsOf([["Assessed", "The verdict is the sentence that stands with it.", "off", null]]),
  },
  ordered("PolitiFact", "The Truth-O-Meter: six steps.", [
    ["True", "It is accurate, and nothing that matters is left out.", "true", 6],
    ["Mostly True", "It is accurate and wants something explained or added.", "mostly", 5],
    ["Half True", "Part of it is accurate; details are missing or torn from where they belong.", "half", 4],
    [
      "Mostly False",
      "Something in it is true, but facts that would change the impression are passed over.",
      "barely",
      3,
    ],
    ["False", "It is not accurate.", "false", 2],
    ["Pants on Fire", "It is not accurate, and absurd besides.", "false", 1, "warn"],
  ]),
  ordered("Snopes", "Five steps and many kinds of claim that are neither true nor false.", [
    ["True", "What matters in it can be shown to be true.", "true", 5],
    ["Mostly True", "What matters in it is true; a lesser detail may be off.", "mostly", 4],
    ["Mixture", "It has substantial parts that are true and substantial parts that are not.", "half", 3],
    ["Mostly False", "What matters in it is false; a lesser detail may be right.", "barely", 2],
    ["False", "What matters in it can be shown to be false.", "false", 1],
    [
      "Unproven",
      "There is too little evidence to call it true, and nothing settles that it is false.",
      "off",
      null,
      "question",
    ],
    ["Unfounded", "It was looked into, and nothing was found that would bear it out.", "off", null],
    ["Outdated", "It held once and no longer does.", "off", null, "clock"],
    ["Miscaptioned", "The picture or recording is genuine; what is said of it is not.", "off", null, "pen"],
    ["Correct Attribution", "The words are by the person they are ascribed to.", "off", null, "check"],
    ["Misattributed", "The words are by somebody else.", "off", null, "cross"],
    ["Legend", "It is so general or so vague that nobody could prove it.", "off", null],
  ]),
  ordered("Africa Check", "Says how a claim misleads: by frame, by too much or by too little.", [
    ["Correct", "The best public evidence bears it out, and nothing that matters is missing.", "true", 4],
    ["Mostly correct", "There is truth in it, but it is not quite accurate or wants explaining.", "mostly", 3],
    ["Misleading", "Parts are accurate, and the way they are put gives a wrong idea.", "half", 2],
    ["Exaggerated", "It makes more of the matter than the evidence does.", "half", 2],
    ["Understated", "It makes less of the matter than the evidence does.", "half", 2],
    ["Incorrect", "The evidence contradicts it.", "false", 1],
    ["Unproven", "The evidence that is public settles it neither way.", "off", null, "question"],
    ["Checked", "Several claims were looked at together; the text says what was found of each.", "off", null, "check"],
  ]),
  ordered("AAP FactCheck", "Five steps, with misleading and unproven beside them.", [
    ["True", "It is accurate.", "true", 5],
    ["Mostly True", "It is accurate in the main, with small errors.", "mostly", 4],
    ["Mixture", "Some of it is accurate, and some of it is plainly not.", "half", 3],
    ["Misleading", "Parts are accurate, but shown wrongly, out of place or with something left out.", "barely", 2],
    ["Mostly False", "It is inaccurate in the main, with a small true element.", "barely", 2],
    ["False", "It is not accurate.", "false", 1],
    ["Unproven", "There is not enough evidence to decide.", "off", null, "question"],
  ]),
  ordered("Washington Post", "Pinocchios: the more, the further from the truth.", [
    ["Geppetto Checkmark", "It is the truth, and nothing but.", "true", 5, "check"],
    ["One Pinocchio", "The facts are shaded or chosen with care; nothing in it is plainly false.", "mostly", 4],
    ["Two Pinocchios", "It leaves out or exaggerates what matters.", "half", 3],
    ["Three Pinocchios", "It has a serious error of fact or contradicts itself.", "barely", 2],
    ["Four Pinocchios", "It is a whopper.", "false", 1],
    ["Bottomless Pinocchio", "A false claim that goes on being said, twenty times or more.", "false", 1, "warn"],
  ]),
];
