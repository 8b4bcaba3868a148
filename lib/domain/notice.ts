/** What a member can be told of. */
export const noticeKinds = [
  "assigned",
  "mention",
  "thread-reply",
  "returned",
  "approved",
  "improved",
  "stale",
  "passage-changed",
  "passage-gone",
  "source-gone",
  "reply-due",
  "reply-overdue",
  "reply-late",
  "second-asked",
  "second-given",
  "second-ended",
  "shared",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a kind is called where somebody chooses how to hear of it. */
export const noticeKindWords: Readonly<Record<NoticeKind, string>> = {
  assigned: "A claim is assigned to you",
  mention: "A colleague mentions you",
  "thread-reply": "A colleague answers in a discussion of yours",
  returned: "A verdict of yours is returned",
  approved: "A verdict of yours is approved",
  improved: "A verdict that you returned comes back",
  stale: "A verdict that you worked on goes stale with a new version",
  "passage-changed": "A passage changes at its source",
  "passage-gone": "A passage is gone from its source",
  "source-gone": "A source is gone",
  "reply-due": "The deadline for a reply is near",
  "reply-overdue": "The deadline for a reply has passed",
  "reply-late": "A reply comes after its deadline",
  "second-asked": "You are asked for a second verdict",
  "second-given": "A second verdict that you asked for, or on yours, is in",
  "second-ended": "Somebody you asked for a second verdict leaves before giving it",
  shared: "A verdict of yours is taken over at another place",
};

export type NoticeView = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: string;
  readonly isRead: boolean;
  /** A sentence made from the kind and its details. */
  readonly sentence: string;
  readonly claim: {
    readonly id: string;
    readonly articleId: string;
    readonly number: number;
    readonly statement: string;
  } | null;
};

/** What a notice tells of, by name: words that every member of the desk may read, nothing confidential. */
export type NoticeDetails = Readonly<Record<string, string>>;

/** What a member reads: what happened, and what it means for the claim. */
export function noticeSentence(kind: NoticeKind, { source = "", askedOf = "" }: NoticeDetails): string {
  const at = source === "" ? "its source" : `“${source}”`;
  const of = askedOf === "" ? "" : ` of ${askedOf}`;
  switch (kind) {
    case "assigned":
      return "This claim was assigned to you.";
    case "mention":
      return "A colleague mentioned you in a discussion of this claim.";
    case "thread-reply":
      return "A colleague wrote in a discussion of this claim.";
    case "returned":
      return "A colleague returned this claim's verdict with a comment.";
    case "approved":
      return "This claim's verdict was approved.";
    case "improved":
      return "This claim's verdict came back for review after it had been returned.";
    case "stale":
      return "A new version of the article changed what this claim's verdict rests on.";
    case "passage-changed":
      return `The passage changed at ${at}. The copy that was kept still has the words that this claim relies on.`;
    case "passage-gone":
      return `The passage is gone from ${at}. The copy that was kept still has the words that this claim relies on.`;
    case "source-gone":
      return `The source is gone: ${at} does not answer with its page any more. The copy that was kept stays the proof.`;
    case "reply-due":
      return `The deadline for the reply${of} is near.`;
    case "reply-overdue":
      return `The deadline for the reply${of} has passed without an answer.`;
    case "reply-late":
      return `A reply${of} came after its deadline.`;
    case "second-asked":
      return "You were asked for a second verdict, without sight of the first. Open the claim to give it.";
    case "second-given":
      return "A second verdict on this claim is in. It stands beside the first.";
    case "second-ended":
      return "Whom you asked for a second verdict has left the desk without giving it. Ask somebody else.";
    case "shared":
      return "A verdict of yours was taken over here, for a claim that says the same. It waits for review.";
  }
}

export type NoticesView = {
  readonly notices: readonly NoticeView[];
  readonly next: string | null;
  readonly unread: number;
};
