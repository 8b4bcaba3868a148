const address = /https?:\/\/[^\s<>"“”«»]+/giu;
const longestAddress = 2000;

/** The http and https addresses that stand in a text, each once, without the punctuation that follows them. */
export function webAddressesIn(text: string): readonly string[] {
  const found = [...text.matchAll(address)].map(([match]) => withoutTail(match)).filter(isWebAddress);
  return [...new Set(found)];
}

/** Whether a text is a whole http or https address that names no user. */
export function isWebAddress(text: string): boolean {
  if (text.length > longestAddress || !/^https?:\/\//iu.test(text) || /\s/u.test(text) || !URL.canParse(text))
    return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

/** A closing bracket belongs to the address where it opens one too, as in those of Wikipedia. */
function withoutTail(match: string): string {
  let found = match;
  for (;;) {
    const last = found.at(-1) ?? "";
    const opens = last === ")" ? "(" : last === "]" ? "[" : null;
    const isTail = opens === null ? /[.,;:!?'’…}]/u.test(last) : found.split(last).length > found.split(opens).length;
    if (!isTail) return found;
    found = found.slice(0, -1);
  }
}
