import { drawLeaders } from "#components/article/leaders.ts";
import { type MeasuredNote, measureNotes, type Notes } from "#components/article/measure-notes.ts";
import { chunkBeside, NearChunks } from "#components/article/near-chunks.ts";
import { fitNotes } from "#lib/domain/margin.ts";
import type { Span } from "#lib/domain/span.ts";

const beside = "(width >= 860px)";
/** Chunks beyond those near the view whose notes are known and may still push theirs. */
const reach = 8;

/**
 * Keeps the notes beside their lines. Only chunks within a screen of the view are measured, so that a text with
 * thousands of notes costs what is on the screen; what was measured is kept as long as it holds. Places are written
 * relative to each note's block, which takes its notes along when the text above it turns out taller than guessed.
 */
export class NotePlaces {
  readonly #galley: HTMLElement;
  readonly #near: NearChunks;
  readonly #known = new Map<HTMLElement, Notes>();
  readonly #stopping = new AbortController();
  #frame = 0;
  #width = 0;

  constructor(galley: HTMLElement) {
    this.#galley = galley;
    this.#near = new NearChunks(galley, () => this.#soon());
    const width = new ResizeObserver(() => {
      if (galley.clientWidth !== this.#width) this.measureAgain();
      this.#width = galley.clientWidth;
    });
    width.observe(galley);
    const changes = new MutationObserver((records) => this.#forget(records));
    changes.observe(galley, { subtree: true, childList: true, characterData: true, attributeFilter: ["aria-current"] });
    const { signal } = this.#stopping;
    signal.addEventListener("abort", () => {
      for (const observer of [this.#near, width, changes]) "stop" in observer ? observer.stop() : observer.disconnect();
    });
    matchMedia(beside).addEventListener("change", this.measureAgain, { signal });
    document.fonts.addEventListener("loadingdone", this.measureAgain, { signal });
  }

  /** Any note may have another height, or any claim another line. */
  readonly measureAgain = (): void => {
    this.#known.clear();
    this.#soon();
  };

  /** What of the text is in view, in its offsets; null when nobody has looked yet. */
  readonly seen = (): Span | null => this.#near.seen();

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#stopping.abort();
  }

  /** What was measured of chunks in which text or notes were drawn again holds no longer; leaders are our own. */
  #forget(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.matches(".part") === true) this.#near.look(element);
      const chunk = element?.closest<HTMLElement>(".chunk");
      if (chunk != null && element?.matches(".leaders") === false && this.#known.delete(chunk)) this.#soon();
    }
  }

  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  }

  #place(): void {
    if (!matchMedia(beside).matches) return;
    const near = this.#near.inOrder();
    const unknown = near.filter((chunk) => !this.#known.has(chunk));
    for (const [chunk, notes] of measureNotes(unknown)) this.#known.set(chunk, notes);
    const sheet = this.#galley.getBoundingClientRect();
    const run = this.#runOf(near).map((chunk) => {
      const top = chunk.getBoundingClientRect().top - sheet.top;
      return { chunk, top, notes: this.#known.get(chunk)?.notes ?? [] };
    });
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return;
    const all = run.flatMap(({ top, notes }) => notes.map((note) => ({ ...note, wish: top + note.wish })));
    const focus = all.findIndex(({ isOpen }) => isOpen);
    const top = chunkBeside(first.chunk, "before") === null ? first.top : Number.NEGATIVE_INFINITY;
    const { ys, cuts } = fitNotes(all, { focus: focus === -1 ? null : focus, top });
    const bounds = { from: -sheet.top - innerHeight, to: -sheet.top + 2 * innerHeight };

    let next = 0;
    for (const { chunk, top, notes } of run) {
      const from = next;
      next += notes.length;
      if (!this.#near.has(chunk)) continue;
      const places = notes.map((note, index) => {
        const y = ys[from + index] ?? 0;
        return { note, y: y - top, cut: cuts[from + index] ?? 0, isSeen: y >= bounds.from && y <= bounds.to };
      });
      writePlaces(chunk, places);
      drawLeaders(chunk, { edges: this.#known.get(chunk)?.edges ?? null, lines: places.map(lineOf) });
    }
    if (chunkBeside(last.chunk, "after") === null) {
      const bottoms = all.map(({ heights }, index) => (ys[index] ?? 0) + (heights[cuts[index] ?? 0] ?? 0));
      this.#galley.style.setProperty("--notes-end", `${(bottoms.at(-1) ?? 0) + 32}px`);
    }
  }

  /** The near chunks, with those before and after whose notes are known. */
  #runOf(near: readonly HTMLElement[]): HTMLElement[] {
    const run = [...near];
    for (const side of ["before", "after"] as const) {
      for (let step = 0; step < reach; step += 1) {
        const end = side === "before" ? run[0] : run.at(-1);
        const other = end === undefined ? null : chunkBeside(end, side);
        if (other === null || !this.#known.has(other)) break;
        if (side === "before") run.unshift(other);
        else run.push(other);
      }
    }
    return run;
  }
}

/** Where a note stands, from its chunk's top. */
type Place = { readonly note: MeasuredNote; readonly y: number; readonly cut: number; readonly isSeen: boolean };

/** Only what can be seen moves so that one can follow it. */
function writePlaces(chunk: HTMLElement, places: readonly Place[]): void {
  const isFirst = !chunk.hasAttribute("data-placed");
  for (const { note, y, cut, isSeen } of places) {
    const { item, blockTop } = note;
    if (cut > 0) item.dataset.cut = String(cut);
    const place = Math.round((y - blockTop) * 2) / 2;
    const before = Number.parseFloat(item.style.getPropertyValue("--y"));
    if (before === place) continue;
    item.toggleAttribute("data-moves", isSeen && !isFirst && !Number.isNaN(before));
    item.style.setProperty("--y", `${place}px`);
  }
  chunk.setAttribute("data-placed", "");
}

function lineOf({ note, y }: Place) {
  const half = note.line / 2;
  return { state: note.item.dataset.state ?? "", isOpen: note.isOpen, at: note.wish + half, note: y + half };
}
