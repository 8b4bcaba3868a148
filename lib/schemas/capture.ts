import { z } from "zod";
import { address, identifier, rowVersion, wholeNumber } from "#lib/schemas/text.ts";

const optionalId = z.union([z.literal("").transform(() => null), identifier, z.null()]).default(null);

/** A copy of what stands at an address; without one, of the source's own. `id` names the copy before it exists. */
export const captureSource = z.object({
  id: identifier,
  sourceId: identifier,
  address: address.default(""),
  evidenceId: optionalId,
});
export type CaptureSource = z.output<typeof captureSource>;

/** A file as the copy of a source. */
export const uploadCapture = z.object({
  id: identifier,
  sourceId: identifier,
  evidenceId: optionalId,
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength > 0, "This file is empty. Choose another one."),
  fileName: z.string().max(500).default(""),
  contentType: z.string().max(200).default(""),
});
export type UploadCapture = z.output<typeof uploadCapture>;

const offset = wholeNumber(0, 2_000_000_000);

/**
 * Binds evidence (`id`) to a copy of its source: where `start` and `end` are given, to the words between them, which
 * become its passage; else to the place where its passage stands.
 */
export const attachCapture = z
  .object({
    id: identifier,
    captureId: identifier,
    rowVersion: rowVersion.optional(),
    start: offset.optional(),
    end: offset.optional(),
    staleIsFine: z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false),
  })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), "Select the words again.");
export type AttachCapture = z.output<typeof attachCapture>;
