import type { TokenRange } from "#lib/domain/alignment/image-cluster.ts";
import type { Tokens } from "#lib/domain/alignment/tokens.ts";

/** Where each id stands: the positions of id `k` are `places[starts[k]]` to `places[starts[k + 1]]`. */
type Index = { readonly starts: Int32Array; readonly places: Int32Array };

const indexes = new WeakMap<Tokens, Index>();

/** How often the tokens `[p, q)` of `words` stand in a text, counted up to two. The text is indexed at the first question. */
export function occurrences(text: Tokens, words: Tokens, { p, q }: TokenRange): 0 | 1 | 2 {
  const { starts, places } = indexOf(text);
  let rarest = p;
  const timesOf = (at: number) => {
    const id = words.ids[at] ?? 0;
    return (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  };
  for (let at = p + 1; at < q; at += 1) if (timesOf(at) < timesOf(rarest)) rarest = at;
  const id = words.ids[rarest] ?? 0;
  let times: 0 | 1 | 2 = 0;
  for (let place = starts[id] ?? 0; place < (starts[id + 1] ?? 0); place += 1) {
    const first = (places[place] ?? 0) - (rarest - p);
    let k = 0;
    while (k < q - p && text.ids[first + k] === words.ids[p + k]) k += 1;
    if (k < q - p) continue;
    if (times === 1) return 2;
    times = 1;
  }
  return times;
}

function indexOf(text: Tokens): Index {
  const known = indexes.get(text);
  if (known !== undefined) return known;
  let most = 0;
  for (let at = 0; at < text.count; at += 1) most = Math.max(most, text.ids[at] ?? 0);
  const starts = new Int32Array(most + 2);
  for (let at = 0; at < text.count; at += 1) {
    const next = (text.ids[at] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let id = 0; id <= most; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const places = new Int32Array(text.count);
  const next = starts.slice();
  for (let at = 0; at < text.count; at += 1) {
    const id = text.ids[at] ?? 0;
    const place = next[id] ?? 0;
    places[place] = at;
    next[id] = place + 1;
  }
  const index = { starts, places };
  indexes.set(text, index);
  return index;
}
