/** Few enough to be drawn within a frame. */
const batch = 40;

/** Does something for each of many indexes, a batch at a time, and lets the page breathe in between. */
export class Gradual {
  readonly #work: (index: number) => void;
  readonly #waiting = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(work: (index: number) => void) {
    this.#work = work;
  }

  /** The urgent ones at once, however many; the others as soon as there is time, and once where they are named twice. */
  do({ urgent, others }: { urgent: readonly number[]; others: readonly number[] }): void {
    for (const index of others) this.#waiting.add(index);
    for (const index of urgent) {
      this.#waiting.delete(index);
      this.#work(index);
    }
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(this.#goOn);
  }

  readonly #goOn = (): void => {
    this.#timer = undefined;
    const some = [...this.#waiting].slice(0, batch);
    for (const index of some) {
      this.#waiting.delete(index);
      this.#work(index);
    }
    if (this.#waiting.size > 0) this.#timer = setTimeout(this.#goOn);
  };
}
