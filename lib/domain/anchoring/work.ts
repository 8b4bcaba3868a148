/** A bound on the steps that one text and one file of annotations may take together. */
export class Work {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }

  get isDone(): boolean {
    return this.#left <= 0;
  }
}
