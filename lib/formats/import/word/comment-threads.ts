import { cleanLine } from "#lib/formats/import/clean-line.ts";
import type { ImportedNote } from "#lib/formats/import/imported-document.ts";

/** A comment as the file has it: `key` names it there, `parent` the one it answers. */
export type Comment = {
  readonly key: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly parent: string | null;
  readonly isResolved: boolean;
};

/** Comments with their answers under them. */
export class CommentThreads {
  readonly #comments: ReadonlyMap<string, Comment>;
  /** Ids of notes by the key of the comment, in the order in which the text meets them. */
  readonly #ids = new Map<string, string>();

  constructor(comments: readonly Comment[]) {
    this.#comments = new Map(comments.map((comment) => [comment.key, comment]));
  }

  /** The id of the note that a comment becomes; null for answers and for comments that are not there. */
  idOf(key: string): string | null {
    const comment = this.#comments.get(key);
    if (comment === undefined || this.#rootOf(comment) !== comment) return null;
    const id = this.#ids.get(key) ?? `comment-${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    return id;
  }

  get resolved(): number {
    return [...this.#comments.values()].filter((comment) => comment.isResolved && this.#rootOf(comment) === comment)
      .length;
  }

  /** In reading order; last those that the text never mentions. */
  notes(): ImportedNote[] {
    for (const key of this.#comments.keys()) this.idOf(key);
    const replies = new Map<string, Pick<ImportedNote, "by" | "at" | "text">[]>();
    for (const comment of this.#comments.values()) {
      const root = this.#rootOf(comment);
      if (root === comment) continue;
      const { by, at, text } = comment;
      const siblings = replies.get(root.key) ?? [];
      siblings.push({ by, at, text });
      replies.set(root.key, siblings);
    }
    return [...this.#ids].flatMap(([key, id]) => {
      const comment = this.#comments.get(key);
      if (comment === undefined) return [];
      const { by, at, text } = comment;
      return [{ id, kind: "comment" as const, by, at, text, replies: replies.get(key) ?? [] }];
    });
  }

  /** A comment that answers itself by a detour is no answer. */
  #rootOf(comment: Comment): Comment {
    let root = comment;
    for (let steps = 0; steps < 50; steps += 1) {
      const parent = root.parent === null ? undefined : this.#comments.get(root.parent);
      if (parent === undefined) return root;
      root = parent;
    }
    return comment;
  }
}

/** An author's name as one line, at most 200 characters, or "". */
export function authorName(value: string | null): string {
  return cleanLine(value ?? "", 200) ?? "";
}

/** A time as ISO 8601, as the file has it, or "". */
export function noteTime(value: string | null): string {
  const time = (value ?? "").trim();
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(time) &&
    !Number.isNaN(Date.parse(time))
    ? time
    : "";
}

/** Paragraphs of a note, each as a line; at most 20,000 characters. */
export function noteText(paragraphs: readonly string[]): string {
  const lines = paragraphs.map((line) => cleanLine(line, 20_000) ?? "").filter((line) => line !== "");
  return lines.join("\n").slice(0, 20_000).toWellFormed();
}
