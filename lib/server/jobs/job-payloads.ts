import "server-only";
import { z } from "zod";
import { identifier } from "#lib/schemas/text.ts";

/** Every job there is, and the shape of what it is asked to do. Jobs that are about one desk name it. */
export const jobPayloads = {
  /** Keeps a copy of an address for a source, as `captureId`; run again it makes no second one. */
  "capture-source": z.object({
    deskId: identifier,
    memberId: identifier,
    captureId: identifier,
    sourceId: identifier,
    address: z.string(),
    /** Evidence that is bound to the copy afterwards, when its passage stands there and no verdict rests on it yet. */
    evidenceId: identifier.nullable(),
  }),
  /** Makes what is wanted beside a capture: pictures of the page, a copy elsewhere. */
  "capture-assets": z.object({ deskId: identifier, captureId: identifier }),
  /** Every minute: finds the hosts with addresses that are due, and asks for each. */
  "watch-due": z.object({}),
  /** Looks at the addresses of one host that are due, one after the other. */
  "watch-host": z.object({ host: z.string() }),
  /** Every few minutes: tells people of deadlines that come near or have passed. */
  "remind-replies": z.object({}),
  /** Every minute: mails what members have not read and want by mail. */
  "mail-notices": z.object({}),
  /** Every hour: reads the feeds that desks watch. */
  "read-feeds": z.object({}),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.output<(typeof jobPayloads)[Name]>;
