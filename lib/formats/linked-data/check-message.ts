export type CheckLevel = "error" | "warning" | "hint";

/**
 * What a check found: `error` is what a rule requires, `warning` what it recommends or what is probably wrong, `hint`
 * what would be better. `path` is the place in the document, as JavaScript would write it after `$`.
 */
export type CheckMessage = {
  readonly level: CheckLevel;
  readonly path: string;
  readonly rule: string;
  readonly why: string;
  readonly what: string;
};

type Words = Pick<CheckMessage, "rule" | "why" | "what">;

/** Takes what the checks find, each thing once. */
export class Findings {
  readonly #found = new Map<string, CheckMessage>();

  error(path: string, words: Words): void {
    this.#add({ level: "error", path, ...words });
  }

  warning(path: string, words: Words): void {
    this.#add({ level: "warning", path, ...words });
  }

  hint(path: string, words: Words): void {
    this.#add({ level: "hint", path, ...words });
  }

  /** In the order in which they were found. */
  get messages(): readonly CheckMessage[] {
    return [...this.#found.values()];
  }

  #add(message: CheckMessage): void {
    this.#found.set(`${message.level} ${message.path} ${message.rule}`, message);
  }
}
