import { drawLeaders } from "#components/article/leaders.ts";
import { measureNotes, type Notes } from "#components/article/measure-notes.ts";
import { fitNotes } from "#lib/domain/margin.ts";

const beside = "(width >= 860px)";

/**
 * Keeps the notes beside their lines. Only chunks within a screen of the view are measured, so that a text with
 * thousands of notes costs what is on the screen; what was measured is kept as long as it holds. Places are written
 * relative to each note's block, which takes its notes along when the text above it turns out taller than guessed.
 */
export class NotePlaces {
  readonly #galley: HTMLElement;
  readonly #chunks: readonly HTMLElement[];
  readonly #parts = new Set<HTMLElement>();
  readonly #near = new Set<HTMLElement>();
  readonly #known = new Map<HTMLElement, Notes>();
  readonly #stopping = new AbortController();
  readonly #observers: readonly { disconnect: () => void }[];
  #frame = 0;
  #width = 0;

  constructor(galley: HTMLElement) {
    this.#galley = galley;
    const chunks = new IntersectionObserver((entries) => this.#approach(entries), aScreenAround);
    const parts = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        for (const chunk of target.children) isIntersecting ? chunks.observe(chunk) : chunks.unobserve(chunk);
      }
    }, aScreenAround);
    const width = new ResizeObserver(() => {
      if (galley.clientWidth !== this.#width) this.measureAgain();
      this.#width = galley.clientWidth;
    });
    width.observe(galley);
    const changes = new MutationObserver((records) => this.#forget(records));
    changes.observe(galley, { subtree: true, childList: true, characterData: true, attributeFilter: ["aria-current"] });
    this.#observers = [nearness, width, changes];
    const { signal } = this.#stopping;
    matchMedia(beside).addEventListener("change", this.measureAgain, { signal });
    document.fonts.addEventListener("loadingdone", this.measureAgain, { signal });
  }

  /** Any note may have another height, or any claim another line. */
  readonly measureAgain = (): void => {
    this.#known.clear();
    this.#soon();
  };

  /** The first and the last chunk near the view, by their indexes; null when none is, or nobody has looked yet. */
  near(): { first: number; last: number } | null {
    const indexes = [...this.#near].map((chunk) => this.#chunks.indexOf(chunk));
    return indexes.length === 0 ? null : { first: Math.min(...indexes), last: Math.max(...indexes) };
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    for (const observer of this.#observers) observer.disconnect();
    this.#stopping.abort();
  }

  #approach(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
    this.#soon();
  }

  /** What was measured of chunks in which text or notes were drawn again holds no longer; leaders are our own. */
  #forget(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const chunk = element?.closest<HTMLElement>(".chunk");
      if (chunk != null && !element?.matches(".leaders") && this.#known.delete(chunk)) this.#soon();
    }
  }

  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  }

  #place(): void {
    if (!matchMedia(beside).matches) return;
    const near = this.#chunks.filter((chunk) => this.#near.has(chunk));
    const unknown = near.filter((chunk) => !this.#known.has(chunk));
    for (const [chunk, notes] of measureNotes(unknown)) this.#known.set(chunk, notes);
    const sheet = this.#galley.getBoundingClientRect();
    const run = this.#runOf(near).map((chunk) => {
      const top = chunk.getBoundingClientRect().top - sheet.top;
      return { chunk, top, notes: this.#known.get(chunk)?.notes ?? [] };
    });
    const all = run.flatMap(({ top, notes }) => notes.map((note) => ({ ...note, wish: top + note.wish })));
    const focus = all.findIndex(({ isOpen }) => isOpen);
    const top = run[0] !== undefined && run[0].chunk === this.#chunks[0] ? run[0].top : Number.NEGATIVE_INFINITY;
    const { ys, cuts } = fitNotes(all, { focus: focus === -1 ? null : focus, top });
    const bounds = { from: -sheet.top - innerHeight, to: -sheet.top + 2 * innerHeight };

    let next = 0;
    for (const { chunk, top, notes } of run) {
      const first = next;
      next += notes.length;
      if (!this.#near.has(chunk)) continue;
      const placed = notes.map((note, index) => {
        const y = ys[first + index] ?? 0;
        return { note, y: y - top, cut: cuts[first + index] ?? 0, isSeen: y >= bounds.from && y <= bounds.to };
      });
      for (const { note, y, cut, isSeen } of placed) {
        if (cut > 0) note.item.dataset.cut = String(cut);
        movePlace(note.item, { y: y - note.blockTop, moves: isSeen && chunk.hasAttribute("data-placed") });
      }
      drawLeaders(chunk, {
        edges: this.#known.get(chunk)?.edges ?? null,
        lines: placed.map(({ note, y }) => ({
          state: note.item.dataset.state ?? "",
          isOpen: note.isOpen,
          at: note.wish + note.line / 2,
          note: y + note.line / 2,
        })),
      });
      chunk.setAttribute("data-placed", "");
    }
    if (run.at(-1)?.chunk === this.#chunks.at(-1)) {
      const last = all.length - 1;
      const bottom = all.length === 0 ? 0 : (ys[last] ?? 0) + (all[last]?.heights[cuts[last] ?? 0] ?? 0);
      this.#galley.style.setProperty("--notes-end", `${bottom + 32}px`);
    }
  }

  /** The near chunks, with those before and after whose notes are known and may push theirs, as far as a screen away. */
  #runOf(near: readonly HTMLElement[]): readonly HTMLElement[] {
    const [first, last] = [near[0], near.at(-1)];
    if (first === undefined || last === undefined) return [];
    let from = this.#chunks.indexOf(first);
    let to = this.#chunks.indexOf(last);
    const reach = 4;
    for (let step = 0; step < reach; step += 1) {
      if (this.#isKnown(from - 1)) from -= 1;
      if (this.#isKnown(to + 1)) to += 1;
    }
    return this.#chunks.slice(from, to + 1);
  }

  #isKnown(index: number): boolean {
    const chunk = this.#chunks[index];
    return chunk !== undefined && this.#known.has(chunk);
  }
}

/** Only what can be seen moves so that one can follow it. */
function movePlace(item: HTMLElement, { y, moves }: { y: number; moves: boolean }): void {
  const before = Number.parseFloat(item.style.getPropertyValue("--y"));
  const place = Math.round(y * 2) / 2;
  if (before === place) return;
  item.toggleAttribute("data-moves", moves && !Number.isNaN(before));
  item.style.setProperty("--y", `${place}px`);
}
