import { z } from "zod";
import { wholeNumber } from "#lib/schemas/text.ts";

const manyVoters = "Say how many vote: at least as many as have to approve, and at most 9.";

/** How a desk decides, as its forms send it. Without `voters` they are as many as have to approve. */
export const quorumFields = {
  approvalsNeeded: wholeNumber(1, 9, "Say how many approvals a verdict needs: 1 to 9."),
  voters: z
    .union([wholeNumber(1, 9, manyVoters), z.literal("").transform(() => undefined)], { error: manyVoters })
    .optional(),
  /** As it was when it is left out. */
  printDissent: z.enum(["yes", "no"]).optional(),
};

/** Where the two numbers contradict each other, said at the second. */
export const votersSuffice = {
  holds: ({ approvalsNeeded, voters }: { approvalsNeeded: number; voters?: number | undefined }) =>
    voters === undefined || voters >= approvalsNeeded,
  said: { message: manyVoters, path: ["voters"] },
};
