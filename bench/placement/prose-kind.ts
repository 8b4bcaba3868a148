import type { Random } from "./random.ts";
import { punctuated, sentenceLength, type TextKind } from "./text-kind.ts";
import { zipfKind } from "./zipf-kind.ts";

const seedText = `
The council met on Tuesday evening to hear what the engineers had found under the old bridge. Nobody on the council
had expected the report to be so long, and few of them had read it before the meeting began. The chief engineer said
that the river had moved its bed by four metres since the bridge was built, and that the two middle piers now stood in
sand. She said that the city had known about the sand for at least nine years. The mayor asked who had known, and when,
and why the letter from the harbour office had never reached his desk. A clerk answered that the letter had been filed
under the wrong year. There was a pause, and then somebody laughed. In the morning the newspapers wrote that the bridge
would be closed for the winter, which was not what the council had decided. The council had decided only to close one
lane, to measure the piers every week, and to ask for money from the state. The state had given money for the new
school and for the hospital, but it had not given money for a bridge since the war. People who lived on the north bank
said that they had heard all of this before. They had heard it when the ferry stopped, and they had heard it again when
the bus was moved to the station. A teacher told us that half of her class came over the bridge on foot, and that she
did not know what they would do in the snow. The engineers wrote to the council again in the spring. They had found
that the sand was deeper than they had thought, and that one of the piers had sunk by eleven millimetres. It was not
much, they wrote, but it was more than in all of the years before. The mayor read the letter aloud and put it on the
table in front of him. He said that he would not wait for the state any longer. The city would borrow the money, and
the work would begin after the summer. When the work began, the divers found a stone with a date on it, and under the
stone a box of coins. The museum asked for the box, and the council gave it to the museum on the day that the bridge
was opened again. More people came to see the coins than had ever come to see the bridge. The old clerk was there too,
and he told anybody who asked him that the letter had been filed under the right year after all.`;

/**
 * Sentences that walk along a small text written for this benchmark, so that neighbours go together and runs of words
 * come back all over; one word in eight is drawn from the wider lexicon instead.
 */
export function proseKind(seed: number): TextKind {
  const wider = zipfKind(seed);
  const { followers, starts, cores } = chainOf(seedText);
  const sentence = (random: Random) => {
    const words: string[] = [];
    const length = sentenceLength(random);
    let word = random.pick(starts);
    while (words.length < length) {
      words.push(words.length > 0 && random.chance(0.125) ? wider.word(random) : word);
      word = random.pick(followers.get(word) ?? starts.map((start) => start.toLowerCase()));
    }
    return punctuated(words, random);
  };
  return { name: "prose", glue: " ", sentence, word: (random) => random.pick(cores) };
}

function chainOf(text: string): { followers: Map<string, string[]>; starts: string[]; cores: string[] } {
  const followers = new Map<string, string[]>();
  const starts: string[] = [];
  const cores: string[] = [];
  for (const sentence of text.split(".")) {
    const words = sentence.match(/[\p{L}\d]+/gu) ?? [];
    for (const [at, word] of words.entries()) {
      if (at === 0) starts.push(word);
      cores.push(word.toLowerCase());
      const next = words[at + 1];
      if (next === undefined) continue;
      const known = followers.get(word);
      if (known === undefined) followers.set(word, [next]);
      else known.push(next);
    }
  }
  return { followers, starts, cores };
}
