/**
 * What a PDF may not hold as text: private-use letters mean something in one font alone (ISO 19005-3, level A), and
 * controls, noncharacters and halves of characters mean nothing in any. White space is not among them.
 */
const unset = /[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]|(?!\s)\p{Cc}/gu;

/** One character that has no direction, so that the words around it run as before. */
const sign = "\uFFFD";

/**
 * The data as JSON in which each letter that cannot be set is U+FFFD, and the code points that were, each once and
 * sorted.
 */
export function settable(data: object): { readonly json: string; readonly unset: readonly number[] } {
  const found = new Set<number>();
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string"
      ? value.replace(unset, (letter) => {
          found.add(letter.codePointAt(0) ?? 0);
          return sign;
        })
      : value,
  );
  return { json, unset: [...found].sort((a, b) => a - b) };
}
