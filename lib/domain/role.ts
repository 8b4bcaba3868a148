export const roles = ["viewer", "checker", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleWords: Readonly<Record<Role, string>> = {
  viewer: "Viewer",
  checker: "Checker",
  editor: "Editor",
  admin: "Administrator",
};

/** Each role includes the ones before it. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** A member of a desk who acts. `userId` is the person, `memberId` the person on this desk. */
export type Actor = {
  readonly deskId: string;
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  /** Somebody from outside, asked about this claim by a link: they see it and nothing else. */
  readonly outside?: { readonly claimId: string; readonly purpose: "expert" | "review" };
};
