import type { ImportedNote } from "#lib/formats/import/imported-document.ts";

/** What becomes of tracked changes: "show" reads as "accept" does, and every change is a note. */
export type ChangesChoice = "accept" | "reject" | "show";

export type Change = { readonly kind: "insertion" | "deletion"; readonly by: string; readonly at: string };

type Entry = Change & { readonly id: string; text: string };

const longestText = 20_000;

/** The tracked changes of a document as they are passed by. Changes of one author with nothing between them are one. */
export class ChangeLog {
  readonly choice: ChangesChoice;
  readonly #entries: Entry[] = [];
  #running = new Map<Change["kind"], Entry>();

  constructor(choice: ChangesChoice) {
    this.choice = choice;
  }

  get count(): number {
    return this.#entries.length;
  }

  /** Whether text under these changes is part of the text that is read. */
  keeps(changes: readonly Change[]): boolean {
    const gone = this.choice === "reject" ? "insertion" : "deletion";
    return changes.every((change) => change.kind !== gone);
  }

  /** Notes text under changes, and gives the id of the change it belongs to; null for unchanged text. */
  record(changes: readonly Change[], text: string): Pick<Entry, "id" | "kind"> | null {
    if (text === "") return null;
    const change = changes.findLast(({ kind }) => kind === "deletion") ?? changes.at(-1);
    if (change === undefined) {
      if (this.#running.size > 0) this.#running = new Map();
      return null;
    }
    const running = this.#running.get(change.kind);
    if (running !== undefined && running.by === change.by) {
      if (running.text.length < longestText) running.text += text;
      return running;
    }
    const entry = { ...change, id: `${change.kind}-${this.#entries.length + 1}`, text };
    this.#entries.push(entry);
    this.#running = new Map([...this.#running].filter(([, { by }]) => by === change.by)).set(change.kind, entry);
    return entry;
  }

  /** One note for each change of words, where the changes are shown. Its text is what was inserted or deleted. */
  notes(): ImportedNote[] {
    if (this.choice !== "show") return [];
    return this.#entries
      .filter(({ text }) => text.trim() !== "")
      .map(({ id, kind, by, at, text }) => ({ id, kind, by, at, text: text.trim(), replies: [] }));
  }
}
