/** Signs that a rating can have in the place of the disc of its colour; "" is the disc. */
export const ratingIcons = ["", "check", "cross", "warn", "question", "pen", "clock"] as const;
export type RatingIcon = (typeof ratingIcons)[number];

/** The sign of a stored rating; one that is not known is the disc. */
export function ratingIconOf(stored: string): RatingIcon {
  return ratingIcons.find((icon) => icon === stored) ?? "";
}
