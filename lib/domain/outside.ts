import type { MemberView } from "#lib/domain/member-view.ts";

export const outsidePurposes = ["expert", "review"] as const;
export type OutsidePurpose = (typeof outsidePurposes)[number];

/** A link by which somebody from outside sees one claim, to say what they know or to review its verdict. */
export type InviteView = {
  readonly id: string;
  readonly person: MemberView;
  readonly purpose: OutsidePurpose;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly openedAt: string | null;
  readonly state: "open" | "expired" | "revoked";
};
