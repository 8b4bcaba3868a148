import type { MemberView } from "#lib/domain/member-view.ts";
import type { Actor } from "#lib/domain/role.ts";
import { isAtLeast } from "#lib/domain/role.ts";

/** What a discussion hangs on. A passage's hangs on its evidence, a verdict's on one revision. */
export const threadAnchors = ["claim", "evidence", "verdict", "passage"] as const;
export type ThreadAnchor = (typeof threadAnchors)[number];

/** `text` is "" for a message that was taken away. `mentions` are members that it names. */
export type MessageView = {
  readonly id: string;
  readonly author: MemberView;
  readonly text: string;
  readonly at: string;
  readonly mentions: readonly MemberView[];
  readonly isRemoved: boolean;
};

/** A discussion, its messages in their order. `resolved` says who ended it, when and why. */
export type ThreadView = {
  readonly id: string;
  readonly anchor: ThreadAnchor;
  readonly anchorId: string;
  readonly rowVersion: number;
  readonly resolved: { readonly by: MemberView; readonly at: string; readonly reason: string } | null;
  /** How many messages came before those that are here. */
  readonly earlier: number;
  readonly messages: readonly MessageView[];
};

/** Messages of one thread before another one, in their order, and how many came before these. */
export type EarlierMessages = { readonly messages: readonly MessageView[]; readonly earlier: number };

/** What a reader of a claim's threads may do there, whom they can name, and what they have begun to write, by its key. */
export type Discussion = {
  readonly mayWrite: boolean;
  /** Takes away and brings back others' messages too. */
  readonly mayTidy: boolean;
  readonly people: readonly MemberView[];
  readonly drafts: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The longest message, in UTF-16 units, and how many people one message can name. */
export const messageLimits = { length: 10_000, mentions: 20 } as const;

/** Where an unsent message is kept: by what it hangs on, or by the thread that it answers in. */
export function threadDraftKey(claimId: string, target: { anchor: ThreadAnchor | "thread"; id: string }): string {
  return `${target.anchor === "passage" ? "passage" : "thread"}:${claimId}:${target.id}`;
}

const anchorWords: Readonly<Record<ThreadAnchor, string>> = {
  claim: "the claim",
  evidence: "a piece of evidence",
  verdict: "the verdict",
  passage: "a passage",
};

/** "a discussion of the claim", for the record; anything unknown is left out. */
export function discussionOf(anchor: string | number | null | undefined): string {
  const known = threadAnchors.find((name) => name === anchor);
  return known === undefined ? "a discussion" : `a discussion of ${anchorWords[known]}`;
}

/** Everybody their own messages; editors everybody's. */
export function mayTakeAway(actor: Pick<Actor, "memberId" | "role">, authorId: string): boolean {
  return actor.memberId === authorId || isAtLeast(actor.role, "editor");
}
