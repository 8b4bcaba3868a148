import type { Block, BlockPlace } from "#lib/domain/block.ts";

/** Where a block stood in what was imported, as a citation says it: "p. 12", or "00:01:22" of a recording. */
export function placeWords(place: BlockPlace): string {
  return "page" in place ? `p. ${place.page}` : timeCode(place.from);
}

/** What to say before a block of a text: its time, or its page where another one begins; "" for nothing. */
export function placeBefore({ place }: Block, previous: Block | undefined): string {
  if (place === undefined) return "";
  const before = previous?.place;
  const isSame = before !== undefined && "page" in place && "page" in before && place.page === before.page;
  return isSame ? "" : placeWords(place);
}

/** Hours, minutes and seconds of a time in milliseconds. */
function timeCode(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
