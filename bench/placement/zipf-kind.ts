import { type Random, seeded, zipf } from "./random.ts";
import { capitalised, punctuated, sentenceLength, type TextKind } from "./text-kind.ts";

const functionWords = (
  "the of and to in a that was his he it with is for as had you not be her on at by which have or from this him but " +
  "all she they were my are me one their so an said them we who would been will no when there if more out up into do " +
  "any your what has man could other than our some very time upon about may its only now like little then can should " +
  "made did us such great before must these two over down after first good men own never most old where those way day " +
  "don't can't it's wasn't"
).split(" ");
const onsets = "b c d f g h l m n p r s t v w br ch cl cr dr fl fr gr pl pr sh sl sp st str th tr qu".split(" ");
const vowels = "a a e e e i i o o u ai ea ee ou".split(" ");
const codas = ["", "", "", "n", "r", "s", "t", "l", "m", "d", "ck", "nd", "nt", "st", "ng", "ss"];
const endings = ["", "", "", "", "", "s", "ed", "ing", "ly", "er", "ion", "ment", "ness"];

function madeWord(random: Random): string {
  const syllables = 1 + random.below(random.chance(0.75) ? 2 : 3);
  let word = "";
  for (let made = 0; made < syllables; made++) word += random.pick(onsets) + random.pick(vowels) + random.pick(codas);
  return word + random.pick(endings);
}

/** `size` distinct words: the function words first, and the longer a word the rarer on the whole. */
function lexicon(size: number, random: Random): string[] {
  const words = new Set(functionWords);
  while (words.size < size) words.add(madeWord(random));
  const made = [...words].slice(functionWords.length).map((word) => ({ word, rank: word.length + 6 * random.next() }));
  return [...functionWords, ...made.toSorted((a, b) => a.rank - b.rank).map(({ word }) => word)];
}

/** Words as frequent as in a real text, function words, numbers, names that come back, all independent of neighbours. */
export function zipfKind(seed: number): TextKind {
  const random = seeded(seed);
  const words = lexicon(24_000, random);
  const names = Array.from({ length: 240 }, () => capitalised(madeWord(random)));
  const wordRank = zipf(words.length);
  const nameRank = zipf(names.length);
  const word = (from: Random) => words[wordRank(from)] ?? "the";
  const core = (from: Random) => {
    const kind = from.next();
    if (kind < 0.03) return names[nameRank(from)] ?? "Robin";
    if (kind < 0.045) return numberWord(from);
    if (kind < 0.05) return `${word(from)}-${word(from)}`;
    return word(from);
  };
  return {
    name: "Zipf",
    glue: " ",
    word,
    sentence: (from) => {
      const cores = Array.from({ length: sentenceLength(from) }, () => core(from));
      return punctuated([capitalised(cores[0] ?? "The"), ...cores.slice(1)], from);
    },
  };
}

function numberWord(random: Random): string {
  return random.pick([
    () => String(1900 + random.below(130)),
    () => String(random.below(100)),
    () => `${1 + random.below(900)},${String(random.below(1000)).padStart(3, "0")}`,
    () => `${random.below(90)}.${random.below(10)}`,
  ])();
}
