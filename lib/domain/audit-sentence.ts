import type { AuditAction, AuditEvent } from "#lib/domain/audit.ts";
import { discussionOf } from "#lib/domain/thread.ts";

type Details = AuditEvent["details"];

/** What happened, for the history of a claim; the reader sees who and when beside it. */
export function auditSentence(action: AuditAction, details: Details): string {
  switch (action) {
    case "desk.create":
      return "set up the desk";
    case "desk.change":
      return "changed the desk's settings";
    case "scale.revise":
      return withWords("revised the rating scale", details.scale);
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
    case "work.reassign":
      return `gave the open work of ${details.member ?? ""} to ${details.assignee ?? "nobody"}`;
    case "filter.share":
      return withWords("shared a filter of the queue", details.name);
    case "filter.remove":
      return withWords("removed a shared filter of the queue", details.name);
    case "filter.restore":
      return withWords("brought back a shared filter of the queue", details.name);
    case "claim.withdraw":
      return withWords("withdrew the claim", details.reason);
    case "claim.restore":
      return "restored the claim";
    case "claim.split":
      return details.part === "old"
        ? `split claim ${details.number ?? ""} off this one`
        : `split the claim off claim ${details.number ?? ""}`;
    case "claim.merge":
      return `merged claim ${details.number ?? ""} into this one, with ${details.evidence ?? 0} of its evidence`;
    case "claim.same":
      return `said that it is the same as claim ${details.number ?? ""} of ${details.article ?? ""}`;
    case "claim.apart":
      return `said that it is no longer the same as claim ${details.number ?? ""} of ${details.article ?? ""}`;
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
    case "wording.answer":
      return details.outcome === "other"
        ? withWords("noted that the writer chose other words", details.note)
        : withWords(`noted that the suggested wording was ${details.outcome ?? ""}`, details.note);
    case "report.publish":
      return details.kind === "withdrawal"
        ? withWords(`took the report back with edition ${details.number ?? ""}`, details.why)
        : `published edition ${details.number ?? ""} of the report`;
    case "report.open":
      return "changed who may see the report";
    case "report.link":
      return "made a link to the report";
    case "report.unlink":
      return "revoked a link to the report";
    case "key.make":
      return "made a key to sign reports with";
    case "key.retire":
      return "retired a key that reports were signed with";
    case "key.revoke":
      return withWords("revoked a key that reports were signed with", details.reason);
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
    case "thread.begin":
      return `began ${discussionOf(details.anchor)}`;
    case "thread.reply":
      return `wrote in ${discussionOf(details.anchor)}`;
    case "thread.resolve":
      return `resolved ${discussionOf(details.anchor)}`;
    case "thread.reopen":
      return `reopened ${discussionOf(details.anchor)}`;
    case "thread.remove":
      return `took a message away from ${discussionOf(details.anchor)}`;
    case "thread.restore":
      return `brought a message back in ${discussionOf(details.anchor)}`;
    case "verdict.propose":
      return `proposed “${details.rating ?? ""}”, revision ${details.revision ?? ""}`;
    case "verdict.stale":
      return "made the verdict stale";
    case "verdict.share":
      return `took over the verdict of claim ${details.number ?? ""} of ${details.article ?? ""} as revision ${details.revision ?? ""}`;
    case "verdict.stand":
      return `let revision ${details.earlier ?? ""} stand again as revision ${details.revision ?? ""}: only the paragraph around the words had changed`;
    case "review.approve":
      return withWords(`approved revision ${details.revision ?? ""}`, details.comment);
    case "review.return":
      return withWords(`returned revision ${details.revision ?? ""}${suggesting(details)}`, details.comment);
    case "review.comment":
      return withWords(`commented on revision ${details.revision ?? ""}${suggesting(details)}`, details.comment);
    case "outside.invite":
      return details.purpose === "review"
        ? `asked ${details.name ?? "somebody"} from outside to review the verdict`
        : `asked ${details.name ?? "somebody"} from outside what they know`;
    case "outside.revoke":
      return `revoked the link of ${details.name ?? "somebody"} from outside`;
    case "outside.answer":
      return "answered from outside";
    case "second.ask":
      return "asked for a second verdict, blind";
    case "second.cancel":
      return "took the request for a second verdict back";
    case "second.give":
      return "gave the second verdict";
    case "second.adjudicate":
      return "settled the two verdicts";
  }
}

/** That there is other wording is told; the words themselves are read where they stand. */
function suggesting({ suggests }: Details): string {
  return suggests === undefined ? "" : " and suggested other wording";
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
