import type { MemberView } from "#lib/domain/member-view.ts";

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
  readonly messages: readonly MessageView[];
};
