import { z } from "zod";
import { roles } from "#lib/domain/role.ts";
import { quorumFields, votersSuffice } from "#lib/schemas/quorum.ts";
import { email, identifier, newPassword, requiredText, rowVersion } from "#lib/schemas/text.ts";

const personName = requiredText(200, "Write your name as colleagues and reports should show it.");

export const credentials = z.object({ email, password: z.string().max(1024) });
export const linkToken = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) });

export const setUpDesk = z.object({
  token: linkToken.shape.token,
  desk: requiredText(200, "Name the desk."),
  name: personName,
  email,
  password: newPassword,
});
export type SetUpDesk = z.output<typeof setUpDesk>;

export const acceptInvitation = z.object({ token: linkToken.shape.token, name: personName, password: newPassword });
export type AcceptInvitation = z.output<typeof acceptInvitation>;

export const inviteMember = z.object({ id: identifier, email, role: z.enum(roles) });
export type InviteMember = z.output<typeof inviteMember>;

export const changeMember = z.object({
  id: identifier,
  rowVersion,
  role: z.enum(roles),
  leaves: z.union([z.literal("yes"), z.literal("")]).default(""),
  /** Who takes the open work of somebody who leaves; empty for nobody. */
  reassignTo: z.union([z.literal("").transform(() => null), identifier]).optional(),
});
export type ChangeMember = z.output<typeof changeMember>;

export const changePassword = z.object({ current: z.string().max(1024).default(""), password: newPassword });
export type ChangePassword = z.output<typeof changePassword>;

export const sessionAt = z.object({ id: identifier });

export const changeDesk = z
  .object({
    name: requiredText(200, "Name the desk."),
    rowVersion,
    ...quorumFields,
    checkersMayReview: z.union([z.literal("yes"), z.literal("")]).default(""),
  })
  .refine(votersSuffice.holds, votersSuffice.said);
export type ChangeDesk = z.output<typeof changeDesk>;
