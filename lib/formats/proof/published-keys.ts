import { z } from "zod";
import type { PublishedKey } from "#lib/domain/edition.ts";

/** What a desk publishes at /.well-known/stet-keys/. */
export const publishedKeys: z.ZodType<PublishedKey[]> = z.array(
  z.object({
    keyId: z.string(),
    publicKey: z.string(),
    createdAt: z.iso.datetime(),
    retiredAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    revokedReason: z.string().nullable(),
  }),
);
