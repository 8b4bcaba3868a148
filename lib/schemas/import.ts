import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

const wellFormed = z
  .string()
  .refine((text) => text.isWellFormed(), "This text contains broken characters. Copy it again.");

/** Three ways in. `id` names the staged import, so that a form sent twice stages once. */
export const stageImport = z.discriminatedUnion("way", [
  z.object({ way: z.literal("paste"), id: identifier, text: wellFormed, html: wellFormed.default("") }),
  z.object({
    way: z.literal("file"),
    id: identifier,
    bytes: z.instanceof(Uint8Array),
    fileName: z.string().max(500).default(""),
    contentType: z.string().max(200).default(""),
  }),
  z.object({
    way: z.literal("address"),
    id: identifier,
    address: z.string().trim().min(1, "Write the address.").max(2000),
  }),
]);
export type StageImport = z.output<typeof stageImport>;
