import type { PageOutline, Place } from "#lib/formats/import/main/page-outline.ts";

/** Readability's way of choosing: paragraphs give points to what they stand in, half to its parent, less above. */
export function mostPoints({ blocks, places, root }: PageOutline): Place {
  for (const block of blocks) {
    if (block.letters < 25 || block.linked > block.letters * 0.5) continue;
    if (block.draft.type === "caption") continue;
    const points = 1 + commasOf(block.text) + Math.min(3, block.letters / 100);
    const inner = block.place;
    const holder = isTextTag(inner.tag) ? (inner.parent ?? inner) : inner;
    holder.score += points;
    if (holder.parent !== null) holder.parent.score += points / 2;
    if (holder.parent?.parent != null) holder.parent.parent.score += points / 6;
  }
  let best = root;
  let most = 0;
  for (const place of places) {
    const points = place.score * (1 - place.linked / Math.max(1, place.letters));
    if (points > most) [best, most] = [place, points];
  }
  return best;
}

/** The smallest element that has at least `share` of the prose of the page in it. */
export function smallestWith({ places, root }: PageOutline, share: number): Place {
  let best = root;
  for (const place of places) {
    if (place.prose >= root.prose * share && place.depth > best.depth && place.prose > 0) best = place;
  }
  return best;
}

/** The element with most prose among those that `isMarked`, or null. */
export function richest({ places }: PageOutline, isMarked: (place: Place) => boolean): Place | null {
  let best: Place | null = null;
  for (const place of places) if (isMarked(place) && place.prose > (best?.prose ?? 0)) best = place;
  return best;
}

const isTextTag = (tag: string) => /^(?:p|li|blockquote|h[1-6]|figcaption|dd|dt|pre)$/.test(tag);

function commasOf(text: string): number {
  let count = 0;
  for (const sign of text) if (/[,،﹐︐︑⹁⸲，、]/.test(sign)) count += 1;
  return count;
}
