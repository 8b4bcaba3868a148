/** A run of more than thirty combining marks, at most 3,000 at once; the grapheme joiner parts them and is not counted. */
const longRun = /(?:(?!\u034F)\p{M}){31,3000}/gu;
const thirty = /(?:\p{M}){30}/gu;

/**
 * The text in Unicode normalisation form NFC or NFKC. Runs of combining marks are parted by U+034F after every thirtieth
 * first (the Stream-Safe Text Format of UAX #15), without which normalising a hostile text takes the square of its length.
 */
export function normalForm(text: string, form: "NFC" | "NFKC"): string {
  return text.replace(longRun, (run) => run.replace(thirty, "$&\u034F")).normalize(form);
}
