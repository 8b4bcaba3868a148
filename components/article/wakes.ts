/** Things that sleep until somebody wakes them, each by its index; once awake they stay so. */
export class Wakes {
  readonly #sleeping: { readonly promise: Promise<void>; readonly resolve: () => void }[];

  constructor(count: number) {
    this.#sleeping = Array.from({ length: count }, () => Promise.withResolvers<void>());
  }

  /** The same promise for the same thing, as React wants it. */
  awake(index: number): Promise<void> {
    return this.#sleeping[index]?.promise ?? Promise.resolve();
  }

  wake(index: number): void {
    this.#sleeping[index]?.resolve();
  }
}
