import type { MemberView } from "#lib/domain/member-view.ts";

/** A stretch of a message: plain words, an address to follow, or the name of somebody who is meant. */
export type MessagePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "mention"; readonly text: string };

/** Controls that turn the order of letters around end an address: what is followed has to be what is read. */
const candidate = /https?:\/\/[^\s<>"“”«»\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
const wordBefore = /[\p{L}\p{N}_]$/u;
const wordAfter = /^[\p{L}\p{M}\p{N}_]/u;

/**
 * Cuts a message into parts; joined, their `text` gives the message back. Only http and https addresses without a name
 * or password in them become links; what ends a sentence after one stays outside. Takes time in proportion to the text.
 */
export function messageParts(text: string, mentions: readonly MemberView[]): MessagePart[] {
  const names = longestFirst(mentions);
  const parts: MessagePart[] = [];
  let from = 0;
  for (const match of text.matchAll(candidate)) {
    const link = linkAt(text, { start: match.index, found: match[0] });
    if (link === null) continue;
    parts.push(...named(text.slice(from, match.index), names), link);
    from = match.index + link.text.length;
  }
  parts.push(...named(text.slice(from), names));
  return parts;
}

/** Those of `people` whom a message names as `@Name`; where two have one name, both. */
export function mentionedIn<Person extends MemberView>(text: string, people: readonly Person[]): Person[] {
  const said = new Set(named(text, longestFirst(people)).flatMap((part) => (part.kind === "mention" ? part.text : [])));
  return people.filter(({ name }) => said.has(`@${name}`));
}

function linkAt(text: string, at: { start: number; found: string }): MessagePart | null {
  if (wordBefore.test(text.slice(Math.max(0, at.start - 2), at.start))) return null;
  const address = withoutEnd(at.found);
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if ((url.protocol !== "http:" && url.protocol !== "https:") || url.username !== "" || url.password !== "")
    return null;
  return { kind: "link", text: address, href: url.href };
}

const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Without the marks that end a sentence, and without a bracket that the address did not open. */
function withoutEnd(found: string): string {
  const count = (mark: string) => found.split(mark).length - 1;
  const left = new Map(Object.entries(pairs).map(([close, open]) => [close, count(close) - count(open)]));
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? "";
    const unopened = left.get(last);
    if (unopened !== undefined && unopened > 0) left.set(last, unopened - 1);
    else if (!".,;:!?'’*_…،؛؟。".includes(last)) break;
  }
  return found.slice(0, end);
}

function named(text: string, names: readonly string[]): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const name = names.find(
      (each) => text.startsWith(each, at + 1) && !wordAfter.test(after(text, at + 1 + each.length)),
    );
    if (name === undefined || wordBefore.test(text.slice(Math.max(0, at - 2), at))) continue;
    if (at > from) parts.push({ kind: "text", text: text.slice(from, at) });
    from = at + 1 + name.length;
    parts.push({ kind: "mention", text: text.slice(at, from) });
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

function after(text: string, at: number): string {
  return text.slice(at, at + 2);
}

function longestFirst(people: readonly MemberView[]): string[] {
  const names = new Set(people.map(({ name }) => name).filter((name) => name !== ""));
  return [...names].sort((one, other) => other.length - one.length);
}
