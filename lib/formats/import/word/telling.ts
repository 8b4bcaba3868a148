import type { RunMark } from "#lib/domain/block.ts";
import type { Change, ChangeLog } from "#lib/formats/import/word/change-log.ts";
import type { Story } from "#lib/formats/import/word/story.ts";

/** Text as it is met, with its tracked changes, told to the story as the choice about changes has it. */
export class Telling {
  readonly story: Story;
  readonly log: ChangeLog;

  constructor(story: Story, log: ChangeLog) {
    this.story = story;
    this.log = log;
  }

  text(value: string, { marks, changes }: { readonly marks: readonly RunMark[]; readonly changes: readonly Change[] }) {
    const entry = this.log.record(changes, value);
    if (!this.log.keeps(changes)) this.#deleted(entry?.id);
    else if (this.log.choice !== "show" || entry === null) this.story.text(value, marks);
    else this.story.text(value, [...marks, { type: "note", id: entry.id }]);
  }

  /** The end of a paragraph, under the changes of its mark: where the mark is gone, the next paragraph goes on. */
  endParagraph(changes: readonly Change[]): void {
    const entry = this.log.record(changes, "\n");
    if (this.log.keeps(changes)) {
      this.story.end();
      return;
    }
    this.#deleted(entry?.id);
    this.story.join();
  }

  #deleted(id: string | undefined): void {
    if (id !== undefined && this.log.choice === "show") this.story.pointNote(id, "word");
  }
}
