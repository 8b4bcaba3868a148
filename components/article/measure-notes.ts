import type { Shortenable } from "#lib/domain/margin.ts";

/** A note as it was measured, in pixels; `wish` and `blockTop` from the top of its chunk. */
export type MeasuredNote = Shortenable & {
  readonly item: HTMLElement;
  readonly isOpen: boolean;
  readonly blockTop: number;
  /** The height of its first line. */
  readonly line: number;
};

/** Where leaders begin and end, from the chunk's left edge. */
export type Edges = { readonly from: number; readonly to: number };

export type Notes = { readonly notes: readonly MeasuredNote[]; readonly edges: Edges | null };

/**
 * The notes of some chunks that are shown and whose claim is on the page: the first lines of their claims, and their
 * heights in each form. All is written first and then read, so that the layout is computed once.
 */
export function measureNotes(chunks: readonly HTMLElement[]): Map<HTMLElement, Notes> {
  const items = chunks.map((chunk) => [...chunk.querySelectorAll<HTMLElement>(".notes > li")]);
  for (const item of items.flat()) if (item.dataset.cut !== undefined) delete item.dataset.cut;
  return new Map(chunks.map((chunk, index) => [chunk, measure(chunk, items[index] ?? [])]));
}

function measure(chunk: HTMLElement, items: readonly HTMLElement[]): Notes {
  const notes: MeasuredNote[] = [];
  const [first] = items;
  if (first === undefined) return { notes, edges: null };
  const own = chunk.getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(first.firstElementChild ?? first).lineHeight);
  for (const item of items) {
    const mark = document.getElementById(`claim-${item.dataset.note}`)?.parentElement;
    const words = mark?.getClientRects()[0];
    const height = item.offsetHeight;
    const block = item.closest(".block");
    if (words === undefined || height === 0 || block === null) continue;
    const summary = item.querySelector<HTMLElement>(".sum")?.offsetHeight ?? line;
    notes.push({
      item,
      isOpen: item.hasAttribute("data-open"),
      blockTop: block.getBoundingClientRect().top - own.top,
      line,
      wish: Math.round((words.top + words.bottom - line) / 2 - own.top),
      heights: [height, height - Math.max(0, summary - line), line],
      asks: item.querySelector(".by") !== null,
    });
  }
  return { notes, edges: edgesOf(chunk, notes[0]?.item) };
}

function edgesOf(chunk: HTMLElement, item: HTMLElement | undefined): Edges | null {
  const text = chunk.querySelector(".block")?.getBoundingClientRect();
  const note = item?.getBoundingClientRect();
  if (text === undefined || note === undefined) return null;
  const { left } = chunk.getBoundingClientRect();
  const isLeftwards = note.left < text.left;
  return {
    from: (isLeftwards ? text.left - 6 : text.right + 6) - left,
    to: (isLeftwards ? note.right + 14 : note.left - 14) - left,
  };
}
