import type { ChangesChoice } from "#lib/formats/import/word/change-log.ts";

export type NoteCounts = {
  readonly comments: number;
  readonly resolved: number;
  readonly footnotes: number;
  readonly changes: number;
};

const whatBecame: Readonly<Record<ChangesChoice, string>> = {
  accept: "The tracked changes were accepted: insertions stand in the text, deletions do not.",
  reject: "The tracked changes were rejected: the text is as it was before them.",
  show: "The text reads as if the tracked changes were accepted, and each change is a note.",
};

/** What the editor hears about comments, footnotes and tracked changes; nothing where there are none. */
export function cameInWith({ comments, resolved, footnotes, changes }: NoteCounts, choice: ChangesChoice): string[] {
  const parts = [
    comments === 0 ? "" : counted(comments, "comment") + (resolved === 0 ? "" : ` (${resolved} resolved)`),
    footnotes === 0 ? "" : counted(footnotes, "footnote"),
    changes === 0 ? "" : counted(changes, "tracked change"),
  ].filter((part) => part !== "");
  if (parts.length === 0) return [];
  const last = parts.pop() ?? "";
  const list = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  return [`${list} came in with the text.${changes === 0 ? "" : ` ${whatBecame[choice]}`}`];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
