import { z } from "zod";

/** A whole number as JSON or as a form sends it, with a sentence for whoever writes another one. */
export function numberWithin(min: number, max: number, sentence: string) {
  const digits = z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number);
  return z
    .union([z.int(), digits], { error: sentence })
    .refine((number) => number >= min && number <= max, { error: sentence });
}
