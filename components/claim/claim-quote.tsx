import type { ClaimState } from "#lib/domain/claim.ts";
import type { Quote } from "#lib/domain/span.ts";

/** The claim's very words between the words around them, which may be cut in the middle of a sentence. */
export function ClaimQuote({ quote, state }: { quote: Quote; state: ClaimState }) {
  const { before, after } = contextOf(quote);
  return (
    <p className="quote" data-state={state} dir="auto">
      <span className="cx">{before}</span>
      <q>{quote.quote}</q>
      <span className="cx">{after}</span>
    </p>
  );
}

/** The context without the halves of words at its outer ends, and with a sign where it goes on. */
function contextOf({ prefix, suffix }: Quote): { before: string; after: string } {
  const before = prefix.includes("\n\n") ? prefix.slice(prefix.lastIndexOf("\n\n") + 2) : cutStart(prefix);
  const after = suffix.includes("\n\n") ? suffix.slice(0, suffix.indexOf("\n\n")) : cutEnd(suffix);
  return { before, after };
}

/** Shorter than the longest context means that the text begins or ends there. */
const longest = 31;

function cutStart(prefix: string): string {
  if (prefix.length < longest) return prefix;
  const space = prefix.indexOf(" ");
  return space === -1 ? prefix : `…${prefix.slice(space)}`;
}

function cutEnd(suffix: string): string {
  if (suffix.length < longest) return suffix;
  const space = suffix.lastIndexOf(" ");
  return space === -1 ? suffix : `${suffix.slice(0, space)}…`;
}
