import type { Span } from "#lib/domain/span.ts";

const aScreenAround = { rootMargin: "100% 0px" };

/** Watches which chunks of the text are within a screen of the view; in parts far away, none is watched one by one. */
export class NearChunks {
  readonly #near = new Set<HTMLElement>();
  readonly #nearParts = new Set<Element>();
  readonly #parts: IntersectionObserver;
  readonly #chunks: IntersectionObserver;

  constructor(galley: HTMLElement, changed: () => void) {
    this.#chunks = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) this.#note(target, isIntersecting);
      changed();
    }, aScreenAround);
    this.#parts = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#nearParts.add(target);
        else this.#nearParts.delete(target);
        this.look(target);
      }
      changed();
    }, aScreenAround);
    for (const part of galley.querySelectorAll(".part")) this.#parts.observe(part);
  }

  has(chunk: HTMLElement): boolean {
    return this.#near.has(chunk);
  }

  inOrder(): HTMLElement[] {
    return [...this.#near].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  /** What of the text is in view, in its offsets and by whole chunks; null when nobody has looked yet. */
  seen(): Span | null {
    const chunks = this.inOrder().filter((chunk) => {
      const { top, bottom } = chunk.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const [first, last] = [chunks[0], chunks.at(-1)];
    if (first === undefined || last === undefined) return null;
    const after = chunkBeside(last, "after");
    return { start: startOf(first), end: after === null ? Number.POSITIVE_INFINITY : startOf(after) };
  }

  /** Watches the chunks of a part again, for they may be others now. */
  look(part: Element): void {
    for (const chunk of part.children) {
      if (this.#nearParts.has(part)) this.#chunks.observe(chunk);
      else {
        this.#chunks.unobserve(chunk);
        this.#note(chunk, false);
      }
    }
  }

  stop(): void {
    this.#parts.disconnect();
    this.#chunks.disconnect();
  }

  #note(chunk: Element, isNear: boolean): void {
    if (!(chunk instanceof HTMLElement)) return;
    if (isNear) this.#near.add(chunk);
    else this.#near.delete(chunk);
  }
}

/** The chunk before or after one, in the next part too; null at the ends, and where the rest is not drawn yet. */
export function chunkBeside(chunk: HTMLElement, side: "before" | "after"): HTMLElement | null {
  const beside =
    side === "before"
      ? (chunk.previousElementSibling ?? chunk.parentElement?.previousElementSibling?.lastElementChild)
      : (chunk.nextElementSibling ?? chunk.parentElement?.nextElementSibling?.firstElementChild);
  return beside instanceof HTMLElement && beside.matches(".chunk") ? beside : null;
}

function startOf(chunk: HTMLElement): number {
  return Number(chunk.querySelector<HTMLElement>("[data-start]")?.dataset.start ?? 0);
}
