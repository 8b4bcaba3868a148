import type { Draft, Paragraph, Sentence } from "./document.ts";
import type { Random } from "./random.ts";
import type { Piece, TextKind } from "./text-kind.ts";

const plantedSentences = 150;

type Plan = { pieces: readonly Piece[]; group: number };

/**
 * A text of about `words` words: paragraphs of one to eight sentences, short ones like headings among them, and 150
 * sentences that stand there two to five times more. Word ids count from the beginning.
 */
export function makeDraft(kind: TextKind, words: number, random: Random): Draft {
  const plans: Plan[][] = [];
  for (let made = 0; made < words * 0.92; ) {
    const plan = random.chance(0.04) ? [headingOf(kind, random)] : paragraphOf(kind, random);
    for (const { pieces } of plan) made += pieces.length;
    plans.push(plan);
  }
  plant(plans, random);
  let id = 0;
  const paragraphs = plans.map(
    (plan): Paragraph =>
      plan.map(({ pieces, group }): Sentence => {
        return { group, words: pieces.map((piece) => ({ ...piece, id: id++, intact: true })) };
      }),
  );
  return { paragraphs, glue: kind.glue };
}

function paragraphOf(kind: TextKind, random: Random): Plan[] {
  return Array.from({ length: 1 + random.below(8) }, () => ({ pieces: kind.sentence(random), group: -1 }));
}

function headingOf(kind: TextKind, random: Random): Plan {
  const pieces = kind.sentence(random).slice(0, 2 + random.below(5));
  return { pieces: pieces.map(({ core }) => ({ before: "", core, after: "" })), group: -1 };
}

function plant(plans: Plan[][], random: Random): void {
  for (let group = 0; group < plantedSentences; group++) {
    const source = random.pick(random.pick(plans));
    if (source.group >= 0 || source.pieces.length < 4) continue;
    source.group = group;
    for (let copies = 2 + random.below(4); copies > 0; copies--) {
      const plan = random.pick(plans);
      plan.splice(random.below(plan.length + 1), 0, { pieces: source.pieces, group });
    }
  }
}
