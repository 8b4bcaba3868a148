import { type Random, seeded, zipf } from "./random.ts";
import { capitalised, punctuated, type Signs, sentenceLength, type TextKind } from "./text-kind.ts";

/** A made-up language: how a word is spelt, which signs it takes, whether words are parted by spaces. */
type Script = {
  readonly name: string;
  readonly glue: string;
  readonly spell: (random: Random) => string;
  readonly signs: Signs;
  readonly words: number;
  readonly capitals: boolean;
};

const germanParts =
  "haus amt bau stadt rat land werk zahl recht bericht prüf mess größe über büro straße fläche schluss zug grün".split(
    " ",
  );
const arabicLetters = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهوي"];
const arabicMarks = ["\u064E", "\u064F", "\u0650", "\u0651"];
const stops = [".", ".", ".", "?", "!"];

const scripts: readonly Script[] = [
  {
    name: "German-like",
    glue: " ",
    words: 16_000,
    capitals: true,
    signs: { comma: ",", stops, quotes: ["„", "“"], dash: " –" },
    spell: (random) => {
      const parts = Array.from({ length: 1 + random.below(4) }, () => random.pick(germanParts));
      const word = parts.join(random.chance(0.4) ? "s" : "") + random.pick(["", "e", "en", "ung", "er", "es"]);
      return random.chance(0.4) ? capitalised(word) : word;
    },
  },
  {
    name: "Arabic",
    glue: " ",
    words: 16_000,
    capitals: false,
    signs: { comma: "،", stops: [".", ".", "؟", "!"], quotes: ["«", "»"], dash: " -" },
    spell: (random) => {
      if (random.chance(0.01)) return random.pick(["NATO", "Excel", "2024", "PDF"]);
      const spelt = Array.from({ length: 2 + random.below(6) }, () => {
        const mark = random.chance(0.05) ? random.pick(arabicMarks) : "";
        return random.pick(arabicLetters) + mark;
      });
      return (random.chance(0.3) ? "ال" : "") + spelt.join("");
    },
  },
  {
    name: "Chinese-like",
    glue: "",
    words: 9_000,
    capitals: false,
    signs: { comma: "，", stops: ["。", "。", "。", "？", "！"], quotes: ["「", "」"], dash: "—" },
    spell: (random) =>
      Array.from({ length: 1 + random.below(3) }, () =>
        String.fromCharCode(0x4e00 + Math.floor(random.next() ** 2 * 2600)),
      ).join(""),
  },
];

export function scriptKinds(seed: number): TextKind[] {
  return scripts.map((script) => scriptKind(script, seed));
}

function scriptKind(script: Script, seed: number): TextKind {
  const random = seeded(seed);
  const words = Array.from({ length: script.words }, () => script.spell(random));
  const rank = zipf(words.length);
  const word = (from: Random) => words[rank(from)] ?? "";
  return {
    name: script.name,
    glue: script.glue,
    word,
    sentence: (from) => {
      const cores = Array.from({ length: sentenceLength(from) }, () => word(from));
      const first = cores[0] ?? "";
      return punctuated([script.capitals ? capitalised(first) : first, ...cores.slice(1)], from, script.signs);
    },
  };
}
