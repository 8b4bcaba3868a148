import { makeScenarios } from "./bench/placement/scenario.ts";
import { zipfKind } from "./bench/placement/zipf-kind.ts";
import { tokenise } from "#lib/domain/alignment/tokens.ts";
import { Vocabulary } from "#lib/domain/alignment/vocabulary.ts";
import { heaviestChain } from "#lib/domain/alignment/heaviest-chain.ts";
import { pairChain } from "#lib/domain/alignment/pair-range.ts";
import { pairGaps } from "#lib/domain/alignment/pair-gaps.ts";
import { pairMoved, passagesOf } from "#lib/domain/alignment/pair-moved.ts";
import { emptyPairing, trimmed } from "#lib/domain/alignment/pairing.ts";
import { dropChancePairs } from "#lib/domain/alignment/chance-pairs.ts";
import { slideGaps } from "#lib/domain/alignment/slide-gaps.ts";
import { uniqueBlocks } from "#lib/domain/alignment/unique-blocks.ts";
import { weightsOf } from "#lib/domain/alignment/weights.ts";
import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
const [s] = makeScenarios({ kind: zipfKind(4711), seed: 1, words: 100000, quotes: 1000 }, [{ name: "15 %", rate: 0.15 }]);
if (!s) throw 0;
const t: Record<string, number[]> = {};
const lap = (n: string, f: () => any) => { const b = performance.now(); const r = f(); (t[n] ??= []).push(performance.now() - b); return r; };
for (let k = 0; k < 15; k++) {
  const v = new Vocabulary();
  const o = lap("tok", () => tokenise(s.older, v)); const n = lap("tok2", () => tokenise(s.newer.text, v));
  const p = emptyPairing(o, n);
  const w = lap("weights", () => weightsOf(v.size, [o, n]));
  const inner = trimmed(p, { a0: 0, a1: o.count, b0: 0, b1: n.count });
  const bl = lap("unique", () => uniqueBlocks(p, inner, 4));
  const { chain, crossing } = lap("chain", () => heaviestChain(bl));
  lap("pairChain", () => pairChain(p, inner, chain));
  const bud = { steps: 20e6 };
  lap("gaps", () => pairGaps(p, bud, "everywhere"));
  lap("drop", () => dropChancePairs(p, w));
  const ps = lap("passages", () => passagesOf(crossing));
  for (const shortest of [24, 8]) { lap("moved" + shortest, () => pairMoved(p, ps, { shortest, weights: w })); lap("gaps" + shortest, () => pairGaps(p, bud, "beside-moved")); }
  lap("slide", () => slideGaps(p, o, n));
  const al = alignTexts(s.older, s.newer.text); if (!al.ok) throw 0;
  lap("place", () => s.quotes.map(({ span }: any) => placeSpan(al.value, span)));
  if (k === 14) console.log("blocks", bl.length, "steps", 20e6 - bud.steps, "crossing", crossing.length);
}
for (const [k, x] of Object.entries(t)) console.log(k.padEnd(12), x.slice(4).sort((a, b) => a - b)[5]?.toFixed(2));
