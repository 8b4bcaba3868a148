import { classOf, letterClass } from "#lib/domain/alignment/letter-class.ts";
import { type Tokens, tokenise } from "#lib/domain/alignment/tokens.ts";
import { Vocabulary } from "#lib/domain/alignment/vocabulary.ts";
import type { Span } from "#lib/domain/span.ts";

/** Signs say less about a place than words do. */
const signShare = 0.4;

/** The words of a text and where each of them stands, by token. Made once, in the length of the text. */
export class TextIndex {
  readonly tokens: Tokens;
  readonly #vocabulary = new Vocabulary();
  readonly #known: number;
  readonly #firsts: Int32Array;
  readonly #places: Int32Array;
  readonly #weights: Float64Array;

  constructor(text: string) {
    this.tokens = tokenise(text, this.#vocabulary);
    const { ids, count } = this.tokens;
    this.#known = this.#vocabulary.size;
    this.#firsts = new Int32Array(this.#known + 1);
    for (let at = 0; at < count; at += 1) {
      const next = (ids[at] ?? 0) + 1;
      this.#firsts[next] = (this.#firsts[next] ?? 0) + 1;
    }
    for (let id = 0; id < this.#known; id += 1) {
      this.#firsts[id + 1] = (this.#firsts[id + 1] ?? 0) + (this.#firsts[id] ?? 0);
    }
    const next = this.#firsts.slice();
    this.#places = new Int32Array(count);
    for (let at = 0; at < count; at += 1) {
      const id = ids[at] ?? 0;
      const place = next[id] ?? 0;
      this.#places[place] = at;
      next[id] = place + 1;
    }
    this.#weights = new Float64Array(this.#known).fill(-1);
  }

  /** The tokens of other words, numbered as those of the text; words that the text has not are new numbers. */
  read(words: string): Tokens {
    return tokenise(words, this.#vocabulary);
  }

  /** The tokens of the text with this number, in order. */
  placesOf(id: number): Int32Array {
    return id >= this.#known ? none : this.#places.subarray(this.#firsts[id] ?? 0, this.#firsts[id + 1] ?? 0);
  }

  /** How much token `at` of some tokens says about a place, up to 1: rare words much, common ones and signs little. */
  weightOf(tokens: Tokens, at: number): number {
    const id = tokens.ids[at] ?? 0;
    const known = this.#weights[id] ?? -1;
    if (known >= 0) return known;
    const size = this.tokens.count;
    const rarity = Math.log2(1 + size / (1 + this.placesOf(id).length)) / Math.log2(2 + size);
    const first = classOf(tokens.text.codePointAt(tokens.starts[at] ?? 0) ?? 0);
    const weight = first === letterClass.symbol ? rarity * signShare : rarity;
    if (id < this.#known) this.#weights[id] = weight;
    return weight;
  }

  /** The tokens that touch a span of the text, as `[start, end)`. */
  tokensIn(span: Span): Span {
    const { starts, ends, count } = this.tokens;
    const start = firstAbove(ends, count, span.start);
    return { start, end: Math.max(start, firstAbove(starts, count, span.end - 1)) };
  }
}

const none = new Int32Array(0);

/** The first index whose number is above `limit`, numbers rising. */
function firstAbove(numbers: Int32Array, count: number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
