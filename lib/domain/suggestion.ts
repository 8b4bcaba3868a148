import type { Suggestion } from "#lib/domain/review.ts";

/** Words of a verdict that a reviewer can suggest others for. */
export const suggestibleFields = ["sentence", "rationale", "suggestedWording"] as const;
type SuggestibleField = (typeof suggestibleFields)[number];

export const suggestibleWords: Readonly<Record<SuggestibleField, string>> = {
  sentence: "Verdict in a sentence",
  rationale: "Rationale",
  suggestedWording: "Wording",
};

type Words = Readonly<Record<SuggestibleField, string>>;

/**
 * The fields in which a reviewer wrote something else than the author did; null when there is none. A verdict cannot do
 * without its rationale or its sentence, so leaving one of them out suggests nothing.
 */
export function suggestionFrom(given: Words, written: Suggestion): Suggestion | null {
  const changed = suggestibleFields.filter((field) => {
    const words = written[field];
    return words !== undefined && words !== given[field] && (words !== "" || field === "suggestedWording");
  });
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((field) => [field, written[field]]));
}

/** Whether a suggestion's words are really in what somebody proposes: one of its fields, word for word. */
export function isTakenOver(suggestion: Suggestion, proposed: Suggestion): boolean {
  return suggestibleFields.some(
    (field) => suggestion[field] !== undefined && suggestion[field] === (proposed[field] ?? ""),
  );
}

/** Whether two suggestions say the same. */
export function isSameSuggestion(a: Suggestion | null, b: Suggestion | null): boolean {
  return suggestibleFields.every((field) => a?.[field] === b?.[field]);
}
