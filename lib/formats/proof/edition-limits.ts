/**
 * What every edition stays far below: an article has at most 20,000 claims, and a report of 5,000 makes an edition of
 * 10 MB with half a million values. What holds more is refused before it is taken apart, since a few thousand bytes can
 * inflate to more than a machine has room for.
 */
export const editionLimits = {
  /** Of its JSON, as bytes and as UTF-16 code units. */
  bytes: 64 * 1024 * 1024,
  /** Members of objects and of lists, counted by commas and opening brackets. */
  values: 4_000_000,
  /** Deeper nesting would only fill the stack. */
  depth: 64,
  /** Of each list: claims, blocks, the evidence of a claim, earlier editions. */
  listed: 50_000,
  /** Of each object: the head of an edition has twenty. */
  members: 1_000,
  /** The highest number that a layout may ever have. */
  layout: 999,
} as const;
