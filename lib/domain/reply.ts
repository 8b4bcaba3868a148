import type { MemberView } from "#lib/domain/member-view.ts";

export const replyChannels = ["email", "phone", "letter", "message", "in-person", "form"] as const;
export type ReplyChannel = (typeof replyChannels)[number];
export const replyChannelWords: Readonly<Record<ReplyChannel, string>> = {
  email: "E-mail",
  phone: "Telephone",
  letter: "Letter",
  message: "Message",
  "in-person": "In person",
  form: "Form on a website",
};

/** A channel as it is stored; what no channel is called any more is a message. */
export function replyChannel(stored: string): ReplyChannel {
  return replyChannels.find((channel) => channel === stored) ?? "message";
}

/** Where a request stands at a moment. `late` is an answer that came after the deadline. */
export type ReplyStanding = "waiting" | "overdue" | "answered" | "late" | "withdrawn";

export type AttachmentView = {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  readonly sha256: string;
};

/** A request for a reply on a claim. */
export type ReplyView = {
  readonly id: string;
  readonly askedOf: string;
  readonly contact: string;
  readonly channel: ReplyChannel;
  readonly text: string;
  readonly askedAt: string;
  readonly askedBy: MemberView;
  readonly deadline: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly standing: ReplyStanding;
  readonly withdrawnReason: string | null;
  readonly attachments: readonly AttachmentView[];
  readonly rowVersion: number;
};

type Moments = {
  readonly deadline: Date | null;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** Where a request stands at `now`. An answer at the very moment of the deadline is in time. */
export function replyStanding({ deadline, answeredAt, withdrawnAt }: Moments, now: Date): ReplyStanding {
  if (withdrawnAt !== null) return "withdrawn";
  if (answeredAt !== null) return deadline !== null && answeredAt > deadline ? "late" : "answered";
  return deadline !== null && now > deadline ? "overdue" : "waiting";
}
