import "server-only";
import { typographicFold } from "#lib/domain/fold.ts";
import type { Unplaced } from "#lib/server/queries/placing-rows.ts";

/**
 * A key for each claim whose words changed as another's did: between the words that stayed, the same were replaced by
 * the same, under the fold; or both are gone from the same place. By claim; those like no other are left out.
 */
export function sameChanges(waiting: readonly Unplaced[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const one of waiting) {
    const key = changeOf(one);
    if (key === null) continue;
    keys.set(one.placement.claimId, key);
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Map([...keys].filter(([, key]) => (seen.get(key) ?? 0) > 1));
}

function changeOf({ placement, before }: Unplaced): string | null {
  if (placement.kind === "lost") return placement.near === null ? null : `gone ${placement.near}`;
  if (placement.kind === "ambiguous" || before.quote === "") return null;
  const [old, fresh] = [wordsOf(before.quote), wordsOf(placement.quote)];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const changed = [old, fresh].map((words) => words.slice(start, words.length - end).join(""));
  return changed.join("") === "" ? null : JSON.stringify(changed);
}

/** Runs of letters and digits with the space before them, and single characters; scripts without spaces letter by letter. */
const word =
  /\s*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\s])/gu;

function wordsOf(text: string): string[] {
  return typographicFold(text).match(word) ?? [];
}
