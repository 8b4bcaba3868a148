/** Few enough to be drawn within a frame or two. */
const batch = 30;
/** Milliseconds left to the reader between two batches. */
const pause = 30;

/** Does something for each of many indexes, a batch at a time, with a pause after each. */
export class Gradual {
  readonly #work: (index: number) => void;
  readonly #waiting = new Set<number>();
  #goesOn = false;

  constructor(work: (index: number) => void) {
    this.#work = work;
  }

  /** The urgent ones at once, however many; the others soon, and once where they are named twice. */
  do({ urgent, others }: { urgent: readonly number[]; others: readonly number[] }): void {
    for (const index of others) this.#waiting.add(index);
    for (const index of urgent) {
      this.#waiting.delete(index);
      this.#work(index);
    }
    if (!this.#goesOn) this.#later();
  }

  #later(): void {
    this.#goesOn = this.#waiting.size > 0;
    if (this.#goesOn) requestAnimationFrame(() => setTimeout(this.#goOn, pause));
  }

  readonly #goOn = (): void => {
    const some = [...this.#waiting].slice(0, batch);
    for (const index of some) {
      this.#waiting.delete(index);
      this.#work(index);
    }
    this.#later();
  };
}
