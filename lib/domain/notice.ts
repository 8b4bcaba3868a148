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
