import { z } from "zod";

/** A date and time as browsers send it, read as UTC when it names no zone; empty for none. */
export const moment = z
  .string()
  .trim()
  .refine((text) => text === "" || !Number.isNaN(Date.parse(text)), "Write a date and a time.")
  .transform((text) => (text === "" ? null : new Date(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`)))
  .refine((at) => at === null || isLikely(at), "Write a year between 1900 and 2999.");

function isLikely(at: Date): boolean {
  return at.getUTCFullYear() >= 1900 && at.getUTCFullYear() < 3000;
}
