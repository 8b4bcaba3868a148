import { z } from "zod";
import { claimStates, priorities } from "#lib/domain/claim.ts";
import { mostAtOnce } from "#lib/domain/plan.ts";
import { addressOf, filterOf } from "#lib/domain/queue-filter.ts";
import { moment } from "#lib/schemas/moment.ts";
import { identifier, requiredText, rowVersion } from "#lib/schemas/text.ts";

/** A member, or nobody (empty). */
const person = z.union([z.literal("").transform(() => null), identifier]);

/** What is left out stays as it is. */
const plan = z.object({
  assigneeId: person.optional(),
  dueAt: moment.optional(),
  priority: z.enum(priorities).optional(),
});

function atOnce<Claim extends z.ZodType>(claim: Claim) {
  return z
    .array(claim)
    .min(1, "Choose at least one claim.")
    .max(mostAtOnce, `Choose at most ${mostAtOnce} claims at once.`);
}

/** A change of many assignments. `planVersion` is what was read of each; `set` of one claim goes over that of all. */
export const bulkAssign = z.object({
  set: plan.default({}),
  claims: atOnce(z.object({ id: identifier, planVersion: rowVersion, set: plan.default({}) })),
});
export type BulkAssign = z.output<typeof bulkAssign>;

/** Many claims end for one reason. `state` is what each was shown in. */
export const bulkWithdraw = z.object({
  reason: requiredText(1000, "Say why the claims are withdrawn."),
  claims: atOnce(z.object({ id: identifier, state: z.enum(claimStates) })),
});
export type BulkWithdraw = z.output<typeof bulkWithdraw>;

/** The same as a form sends it: each claim as `id:state`, parted by spaces. */
export const bulkWithdrawForm = z.object({
  reason: bulkWithdraw.shape.reason,
  claims: z
    .string()
    .max(mostAtOnce * 60)
    .transform((text) =>
      text.split(/\s+/).flatMap((pair) => {
        const [id = "", state = ""] = pair.split(":");
        return pair === "" ? [] : [{ id, state }];
      }),
    )
    .pipe(bulkWithdraw.shape.claims),
});

/** Withdrawn claims that come back. */
export const bulkRestore = z.object({ ids: atOnce(identifier) });
export type BulkRestore = z.output<typeof bulkRestore>;

/** The open work of one member becomes another's, or nobody's. */
export const reassignWork = z.object({ memberId: identifier, to: person });
export type ReassignWork = z.output<typeof reassignWork>;

/** A filter of the queue under a name. `query` is the query of its address; it is kept in its plain form. */
export const saveFilter = z.object({
  id: identifier,
  name: requiredText(100, "Name the filter."),
  query: z
    .string()
    .max(2000)
    .transform((query) => addressOf(filterOf(Object.fromEntries(new URLSearchParams(query)))))
    .pipe(z.string().max(2000, "Search for fewer words to keep this filter.")),
  shared: z.union([z.literal("yes"), z.literal("")]).default(""),
});
export type SaveFilter = z.output<typeof saveFilter>;

export const filterAt = z.object({ id: identifier, rowVersion });
export type FilterAt = z.output<typeof filterAt>;
