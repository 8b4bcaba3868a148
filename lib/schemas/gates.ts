import { z } from "zod";
import { defaultPolicy, type GatePolicy, gateModes, gateStages, gates, perGate, perStage } from "#lib/domain/gate.ts";
import { quorumFields, votersSuffice } from "#lib/schemas/quorum.ts";
import { identifier, requiredText, rowVersion, wholeNumber } from "#lib/schemas/text.ts";

const gate = z.enum(gates);
const stage = z.enum(gateStages);
const mode = z.enum(gateModes);

const stored = z.object({
  origins: z.int().min(1).max(9).default(defaultPolicy.origins),
  modes: z.partialRecord(gate, z.partialRecord(stage, mode)).default({}),
});

/** A desk's policy as it is stored; what it never chose is as on every desk. Throws on anything that is no policy. */
export function gatePolicyOf(json: unknown): GatePolicy {
  const { origins, modes } = stored.parse(json);
  return { origins, modes: perGate((g) => perStage((s) => modes[g]?.[s] ?? defaultPolicy.modes[g][s])) };
}

/** `rowVersion` is that of the desk. */
export const changeGates = z
  .object({
    rowVersion,
    ...quorumFields,
    origins: wholeNumber(1, 9),
    modes: z.record(gate, z.record(stage, mode)),
  })
  .refine(votersSuffice.holds, votersSuffice.said);
export type ChangeGates = z.output<typeof changeGates>;

/** The same from a form, whose fields `origins-propose`, `origins-approve` … hold the modes. */
export const gatesForm = z
  .looseObject({})
  .transform((form) => ({ ...form, modes: perGate((g) => perStage((s) => form[`${g}-${s}`])) }))
  .pipe(changeGates);

/** `id` names the override. At the stage `propose` it is for the next revision and names none; else the one decided on. */
export const overrideGate = z
  .object({
    id: identifier,
    claimId: identifier,
    gate,
    stage,
    revisionId: z.union([identifier, z.literal("").transform(() => null), z.null()]).default(null),
    reason: requiredText(2000, "Say why: the reason is printed in the report."),
  })
  .refine((input) => (input.stage === "propose") === (input.revisionId === null), {
    message: "Name the revision that the gate is overridden for, and none before it is proposed.",
    path: ["revisionId"],
  });
export type OverrideGate = z.output<typeof overrideGate>;
