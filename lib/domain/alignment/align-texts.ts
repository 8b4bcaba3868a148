import { dropChancePairs } from "#lib/domain/alignment/chance-pairs.ts";
import { heaviestChain } from "#lib/domain/alignment/heaviest-chain.ts";
import { pairGaps } from "#lib/domain/alignment/pair-gaps.ts";
import { pairLooseSentences } from "#lib/domain/alignment/pair-loose-sentences.ts";
import { pairMoved, passagesOf } from "#lib/domain/alignment/pair-moved.ts";
import { pairParagraphs } from "#lib/domain/alignment/pair-paragraphs.ts";
import { pairChain } from "#lib/domain/alignment/pair-range.ts";
import { emptyPairing, type Pairing } from "#lib/domain/alignment/pairing.ts";
import { reclaimEnds } from "#lib/domain/alignment/reclaim-ends.ts";
import { slideGaps } from "#lib/domain/alignment/slide-gaps.ts";
import { type Tokens, tokenise } from "#lib/domain/alignment/tokens.ts";
import { uniqueBlocks } from "#lib/domain/alignment/unique-blocks.ts";
import { Vocabulary } from "#lib/domain/alignment/vocabulary.ts";
import { weightsOf } from "#lib/domain/alignment/weights.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/** Two texts, token by token, and what of the older one is where in the newer. `same` texts are not even tokenised. */
export type Alignment =
  | { readonly kind: "same"; readonly text: string }
  | {
      readonly kind: "aligned";
      readonly older: Tokens;
      readonly newer: Tokens;
      readonly pairing: Pairing;
      /** How much a token says about where it stands, by its id: near 1 for a rare word, near 0 for a comma. */
      readonly weights: Float32Array;
    };

/** The longest text that is aligned, in UTF-16 code units. */
export const longestAligned = 16 * 1024 * 1024;
/** Steps of search in all gaps together: under a second on one core, reached only where two texts share hardly anything. */
const mostSteps = 20_000_000;
const gram = 4;
/** Fewer tokens may stand elsewhere by chance. */
const shortestPassage = 8;

/**
 * Aligns the whole of an older text with the whole of a newer one, once, tolerant of white space and typography: runs
 * of four tokens that stand once in both give the skeleton, the gaps between are searched with shorter runs and then a
 * bounded shortest edit, and what crosses the skeleton and found no place in order is a moved passage. About linear in the texts; memory is about 40
 * bytes for each token. Refuses texts longer than 16 Mi code units.
 */
export function alignTexts(older: string, newer: string): Result<Alignment, "text-too-long"> {
  if (older.length > longestAligned || newer.length > longestAligned) return err("text-too-long");
  if (older === newer) return ok({ kind: "same", text: older });
  const vocabulary = new Vocabulary();
  const [oldTokens, newTokens] = [tokenise(older, vocabulary), tokenise(newer, vocabulary)];
  const pairing = emptyPairing(oldTokens, newTokens);
  const weights = weightsOf(vocabulary.size, [oldTokens, newTokens]);
  const inner = { a0: 0, a1: oldTokens.count, b0: 0, b1: newTokens.count };
  const { chain, crossing } = heaviestChain(uniqueBlocks(pairing, inner, gram));
  pairChain(pairing, inner, chain);
  const budget = { steps: mostSteps };
  pairGaps(pairing, budget, "everywhere");
  dropChancePairs(pairing, weights);
  const passages = passagesOf(crossing, oldTokens);
  if (pairMoved(pairing, passages, { shortest: shortestPassage, weights, budget })) {
    pairGaps(pairing, budget, "beside-moved");
    dropChancePairs(pairing, weights);
  }
  pairParagraphs(pairing, oldTokens, newTokens);
  pairLooseSentences(pairing, { older: oldTokens, newer: newTokens }, { weights, budget });
  reclaimEnds(pairing);
  slideGaps(pairing, oldTokens, newTokens);
  return ok({ kind: "aligned", older: oldTokens, newer: newTokens, pairing, weights });
}
