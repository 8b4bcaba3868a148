export const auditActions = [
  "desk.create",
  "desk.change",
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
  "verdict.propose",
  "verdict.stale",
  "review.approve",
  "review.return",
  "review.comment",
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

type Details = AuditEvent["details"];

/** What happened, for the history of a claim; the reader sees who and when beside it. */
export function auditSentence(action: AuditAction, details: Details): string {
  switch (action) {
    case "desk.create":
      return "set up the desk";
    case "desk.change":
      return "changed the desk's settings";
    case "member.join":
      return "joined the desk";
    case "member.invite":
      return "invited a colleague";
    case "member.change":
      return "changed a colleague's role";
    case "article.import":
      return "imported the article as version 1";
    case "article.edit":
      return "corrected the article's details";
    case "article.version":
      return `froze version ${details.number ?? ""}`;
    case "annotations.import":
      return withWords(`brought in ${details.claims ?? ""} claims from annotations`, details.file);
    case "feed.watch":
      return withWords("began to watch a feed", details.address);
    case "feed.unwatch":
      return withWords("stopped watching a feed", details.address);
    case "claim.carry":
      return carried(details);
    case "claim.place":
      return withWords(`placed the claim in version ${details.version ?? ""}`, details.quote);
    case "claim.mark":
      return details.from === "annotation" ? "brought the claim in from an annotation" : "marked the claim";
    case "claim.edit":
      return "edited the statement";
    case "claim.assign":
      return details.assignee ? `assigned it to ${details.assignee}` : "changed the assignment";
    case "claim.withdraw":
      return withWords("withdrew the claim", details.reason);
    case "claim.restore":
      return "restored the claim";
    case "evidence.link":
      return withWords("linked evidence", details.source);
    case "evidence.edit":
      return withWords("edited evidence", details.source);
    case "evidence.remove":
      return withWords("removed evidence", details.source);
    case "evidence.restore":
      return withWords("restored evidence", details.source);
    case "evidence.order":
      return "put the evidence in another order";
    case "evidence.capture":
      return withWords("bound evidence to a kept copy", details.source);
    case "source.create":
      return withWords("added a source", details.title);
    case "source.edit":
      return withWords("edited a source", details.title);
    case "source.merge":
      return withWords("merged a source into another", details.title);
    case "source.part":
      return withWords("parted a source from another", details.title);
    case "capture.make":
      return withWords("kept a copy of a source", details.title);
    case "capture.asset":
      return withWords("put beside a kept copy", details.kind);
    case "watch.change":
      return withWords("noticed a change at a source", details.state);
    case "watch.stop":
      return withWords("stopped watching an address", details.address);
    case "watch.start":
      return withWords("began to watch an address", details.address);
    case "gate.override":
      return withWords(`overrode “${details.what ?? details.gate ?? ""}”`, details.reason);
    case "reply.ask":
      return withWords("asked for a reply", details.askedOf);
    case "reply.edit":
      return withWords("changed a request for a reply", details.askedOf);
    case "reply.answer":
      return withWords("recorded a reply", details.askedOf);
    case "reply.attach":
      return withWords("attached a file to a request for a reply", details.file);
    case "reply.withdraw":
      return withWords("withdrew a request for a reply", details.reason);
    case "verdict.propose":
      return `proposed “${details.rating ?? ""}”, revision ${details.revision ?? ""}`;
    case "verdict.stale":
      return "made the verdict stale";
    case "review.approve":
      return withWords(`approved revision ${details.revision ?? ""}`, details.comment);
    case "review.return":
      return withWords(`returned revision ${details.revision ?? ""}`, details.comment);
    case "review.comment":
      return withWords(`commented on revision ${details.revision ?? ""}`, details.comment);
  }
}

/** What a new version did to a claim's words; those that stayed where they were are not told. */
function carried({ version, kind }: Details): string {
  const froze = `froze version ${version ?? ""}, in which`;
  switch (kind) {
    case "moved":
      return `${froze} the words stand elsewhere`;
    case "changed":
      return `${froze} the words changed`;
    case "ambiguous":
      return `${froze} several places fit`;
    case "exact":
      return `${froze} the words stand`;
    default:
      return `${froze} the words are gone`;
  }
}

function withWords(sentence: string, words: string | number | null | undefined): string {
  return words === undefined || words === null || words === "" ? sentence : `${sentence}: ${words}`;
}

export function isAuditAction(action: string): action is AuditAction {
  return auditActions.some((known) => known === action);
}
