/** What a member can be told of. */
export const noticeKinds = [
  "passage-changed",
  "passage-gone",
  "source-gone",
  "reply-due",
  "reply-overdue",
  "reply-late",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

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
  }
}

export type NoticesView = {
  readonly notices: readonly NoticeView[];
  readonly next: string | null;
  readonly unread: number;
};
