/** Names the claims, by their numbers, because of which a report is not opened; at most ten of them. */
export function printedSentence(numbers: readonly number[]): string {
  const named = numbers.slice(0, 10).join(", ");
  const more = numbers.length > 10 ? ` and ${numbers.length - 10} more` : "";
  return `This concerns ${numbers.length === 1 ? "claim" : "claims"} ${named}${more}, which the report prints.`;
}
