type Openness = {
  readonly isPublic: boolean;
  readonly hasClaimPages: boolean;
  readonly embargoUntil: Date | null;
};

/**
 * Whether the public reads more of an article's editions, or reads them earlier, after this change than before. To ask
 * search engines for less or more opens nothing: the pages are public as it is.
 */
export function opensMore(before: Openness, after: Openness, now: Date): boolean {
  if (!after.isPublic) return false;
  if (!before.isPublic) return true;
  const held = (until: Date | null) => Math.max(until?.getTime() ?? 0, now.getTime());
  return held(after.embargoUntil) < held(before.embargoUntil) || (after.hasClaimPages && !before.hasClaimPages);
}
