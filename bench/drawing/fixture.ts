import type { BlockDraft } from "#lib/domain/block.ts";
import { type ComposedText, composeText } from "#lib/domain/text.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";
import { type Random, seeded } from "../placement/random.ts";
import { zipfKind } from "../placement/zipf-kind.ts";

export type Fixture = ComposedText & { readonly claims: readonly ClaimMarkView[] };

const hotSpots = 20;
const states = ["open", "progress", "proposed", "returned", "approved", "stale"] as const;
const ratings = [
  { label: "True", token: "true" },
  { label: "Half true", token: "half" },
  { label: "False", token: "false" },
] as const;

/** A made-up text in paragraphs of one to three sentences, as newspapers set them; always the same. */
export function makeText(words: number): ComposedText {
  const random = seeded(11);
  const { sentence } = zipfKind(4711);
  const drafts: BlockDraft[] = [];
  for (let count = 0; count < words; ) {
    const sentences = Array.from({ length: 1 + random.below(3) }, () => sentence(random)).flat();
    count += sentences.length;
    const text = sentences.map(({ before, core, after }) => before + core + after).join(" ");
    drafts.push({ type: "paragraph", runs: [{ text, marks: [] }] });
  }
  return composeText(drafts);
}

/** Claims of 3 to 27 words, three in ten of them in twenty hot spots, where they overlap and nest. */
export function makeClaims({ text }: ComposedText, count: number): ClaimMarkView[] {
  const random = seeded(23);
  const words = [...text.matchAll(/\S+/g)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
  const spots = Array.from({ length: hotSpots }, () => random.below(words.length - 100));
  const taken = new Set<string>();
  const claims: ClaimMarkView[] = [];
  while (claims.length < count) {
    const from = random.chance(0.3) ? random.pick(spots) + random.below(60) : random.below(words.length - 30);
    const start = words[from]?.start ?? 0;
    const end = words[from + 3 + random.below(25)]?.end ?? text.length;
    if (taken.has(`${start} ${end}`)) continue;
    taken.add(`${start} ${end}`);
    claims.push(claimOn(random, { number: claims.length + 1, start, end, summary: text.slice(start, end) }));
  }
  return claims;
}

type Marked = Pick<ClaimMarkView, "number" | "start" | "end" | "summary">;

function claimOn(random: Random, { number, start, end, summary }: Marked): ClaimMarkView {
  const state = random.pick(states);
  const judged = state !== "open" && state !== "progress";
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    number,
    start,
    end,
    state,
    summary,
    rating: judged ? random.pick(ratings) : null,
    asks: state === "stale" ? "The evidence changed after the verdict was given." : null,
    needsPlacing: false,
  };
}
