const prefix = /^(?:doi\s*:?\s*|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)/i;
/** The two patterns that Crossref recommends; they match all but a few very old DOIs. */
const patterns = [/^10\.\d{4,9}\/[-._;()/:a-z0-9]+$/, /^10\.1002\/\S+$/];

/** What follows `doi:` or a resolver's address, as it was typed; null where the text begins like no DOI at all. */
export function withoutDoiPrefix(text: string): string | null {
  const trimmed = text.trim();
  const bare = trimmed.replace(prefix, "");
  return bare !== trimmed || /^10\.\d/.test(bare) ? bare : null;
}

/** A DOI in lower case, from its bare form, `doi:…` or `https://doi.org/…`; null for what is none. */
export function parseDoi(text: string): string | null {
  const bare = decoded(withoutDoiPrefix(text) ?? "").toLowerCase();
  return patterns.some((pattern) => pattern.test(bare)) ? bare : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A per cent sign that encodes nothing: the text means itself.
    return text;
  }
}
