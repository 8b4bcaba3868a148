import "server-only";
import { createHash } from "node:crypto";

/** A statement has a name from its third use on. */
const usesToName = 3;
/** Each costs Postgres some ten kilobytes on every connection. */
const mostNamed = 300;
const mostWatched = 3000;
const longest = 20_000;
/** What changes or locks rows finds them by key, so one plan fits every value; a search is planned for its words. */
const findsByKey = /^\s*(?:INSERT|UPDATE|DELETE)\b|\bappend_audit\(|\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b/;

/**
 * Gives each statement that is sent again and again a name, the same for the same text, so that Postgres parses and
 * plans it once on a connection instead of every time. Searches, and texts that differ with their input, such as lists
 * of many lengths, get the empty one, which is none: how many are named, and how many are watched, is bounded.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNamed || sql.length > longest || !findsByKey.test(sql)) return "";
    const times = (uses.get(sql) ?? 0) + 1;
    if (times < usesToName) {
      if (uses.size < mostWatched || times > 1) uses.set(sql, times);
      return "";
    }
    uses.delete(sql);
    const name = `stet_${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
    names.set(sql, name);
    return name;
  };
}
