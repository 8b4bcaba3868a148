import { textOfDraft } from "#lib/formats/import/block-words.ts";
import type { ImportedNote } from "#lib/formats/import/imported-document.ts";
import { noteText } from "#lib/formats/import/word/comment-threads.ts";
import type { Story } from "#lib/formats/import/word/story.ts";

/** Reads footnotes to the end of the story, each in its turn, and gives the notes that they also are. */
export function readFootnotes<T extends { readonly id: string; readonly label: string }>(
  story: Story,
  footnotes: readonly T[],
  read: (footnote: T) => void,
): ImportedNote[] {
  return footnotes.flatMap((footnote) => {
    const before = story.settle().length;
    read(footnote);
    const lines = story
      .settle()
      .slice(before)
      .map((item) => textOfDraft(item.draft));
    const text = noteText(lines);
    const words = text.startsWith(footnote.label) ? text.slice(footnote.label.length).trimStart() : text;
    return words === ""
      ? []
      : [{ id: footnote.id, kind: "footnote" as const, by: "", at: "", text: words, replies: [] }];
  });
}
