export const auditActions = [
  "desk.create",
  "desk.change",
  "scale.revise",
  "member.join",
  "member.invite",
  "member.change",
  "article.import",
  "article.edit",
  "article.version",
  "annotations.import",
  "feed.watch",
  "feed.unwatch",
  "claim.mark",
  "claim.carry",
  "claim.place",
  "claim.edit",
  "claim.assign",
  "claim.withdraw",
  "claim.restore",
  "claim.split",
  "claim.merge",
  "claim.same",
  "claim.apart",
  "work.reassign",
  "filter.share",
  "filter.remove",
  "filter.restore",
  "evidence.link",
  "evidence.edit",
  "evidence.remove",
  "evidence.restore",
  "evidence.order",
  "evidence.capture",
  "source.create",
  "source.edit",
  "source.merge",
  "source.part",
  "capture.make",
  "capture.asset",
  "watch.change",
  "watch.stop",
  "watch.start",
  "gate.override",
  "reply.ask",
  "reply.edit",
  "reply.answer",
  "reply.attach",
  "reply.withdraw",
  "thread.begin",
  "thread.reply",
  "thread.resolve",
  "thread.reopen",
  "thread.remove",
  "thread.restore",
  "verdict.propose",
  "verdict.stale",
  "verdict.stand",
  "verdict.share",
  "review.approve",
  "review.return",
  "review.comment",
  "outside.invite",
  "outside.revoke",
  "outside.answer",
  "second.ask",
  "second.cancel",
  "second.give",
  "second.adjudicate",
  "wording.answer",
  "report.publish",
  "report.open",
  "report.link",
  "report.unlink",
  "key.make",
  "key.retire",
  "key.revoke",
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Keeps a hash of this chain from being taken for a hash of anything else. */
export const auditDomain = "stet-audit-1";

/** One change of what the desk owns. `details` are kept beside the chain; the chain holds only their salted digest. */
export type AuditEvent = {
  readonly action: AuditAction;
  readonly subjectId: string;
  readonly articleId?: string;
  readonly claimId?: string;
  readonly details: Readonly<Record<string, string | number | null>>;
};

export function isAuditAction(action: string): action is AuditAction {
  return auditActions.some((known) => known === action);
}
