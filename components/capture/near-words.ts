type Words = { readonly before: string; readonly after: string };

/** UTF-16 code units on each side; of what stands around a passage more is read than this. */
const most = 200;
const blockEnd = "\n\n";

/**
 * Of the words around a passage those in its own paragraph, at most 200 UTF-16 code units on each side, cut between words
 * where there are any. "…" stands where the paragraph goes on.
 */
export function nearWords({ before, after }: Words): Words {
  const own = before.split(blockEnd).at(-1) ?? "";
  const [rest = ""] = after.split(blockEnd, 1);
  return {
    before: own.length <= most ? own : `… ${own.slice(-most).replace(/^\S{0,30}(?:\s+|$)/u, "")}`,
    after: rest.length <= most ? rest : `${rest.slice(0, most).replace(/\s+\S{0,30}$/u, "")} …`,
  };
}
