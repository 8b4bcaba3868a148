import { z } from "zod";

const key = z.string().regex(/^(claim|verdict|evidence|review|second|thread|passage):[0-9a-f-]{36}(:[0-9a-f-]{36})?$/);
const words = z
  .string()
  .max(50_000)
  .transform((text) => text.toWellFormed().replaceAll("\u0000", ""));

/** The fields of a form while they are typed: at most 40 of at most 50,000 characters. */
export const keepDraft = z.object({
  key,
  fields: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), words).refine((fields) => Object.keys(fields).length <= 40),
});
export type KeepDraft = z.output<typeof keepDraft>;
