/** Why a well-formed, permitted request was refused all the same. One sentence each, said to the person who asked. */
const sentences = {
  "contributor-cannot-review":
    "You worked on this claim or its evidence, so a colleague has to review it. Nobody signs off their own work.",
  "not-under-review": "This verdict is no longer under review: it was decided, changed or withdrawn in the meantime.",
  "already-voted": "You have already decided on this revision.",
  "revision-outdated":
    "Your vote was on an earlier revision, and a newer one has taken its place. Open the review again and read it first.",
  "decided-already": "It was decided before your vote arrived. Open the review again to see how, and by whom.",
  "no-longer-reviewer":
    "You may no longer review on this desk: your role or membership changed meanwhile. Ask an administrator.",
  "invite-over": "This link was revoked or has expired. Ask whoever gave it to you for a new one.",
  "outsider-worked-on-it": "This person worked on the claim, so somebody else has to review it.",
  "not-lapsed": "This verdict is not stale any more, or has a newer revision. Reload the list.",
  "more-than-surroundings":
    "More than the paragraph around the words changed, so a new revision has to be proposed and reviewed.",
  "changed-since-seen": "The text changed once more since this list was made. Reload it and look again.",
  "never-changed": "This entry is part of the record and is never changed.",
  "approvals-missing": "This verdict does not have the approvals it needs.",
  "nothing-to-print": "No claim is left to print. Show at least one in the report.",
  "work-unfinished":
    "Something still stands in the way of this report: a verdict is stale, unreviewed or held by a gate. The list says which.",
  "changed-since-preview":
    "Something of this report changed since you looked at it. Look at it again, then publish it.",
  "change-missing": "Say what changed since the last edition, and why.",
  "withdrawn-already": "This check was withdrawn. Publish a new edition to bring it back.",
  "not-published": "This report has no edition yet. Publish it first.",
  "key-sealed":
    "The desk's key cannot be opened with this server's signing secret. Restore the secret, or let an administrator make a new key.",
  "key-revoked": "This key was revoked already, and the reason is never changed.",
  "key-in-use": "This key signs the desk's reports. Make a new one first.",
  "last-administrator": "This desk needs at least one administrator. Name another one first.",
  "span-outside": "The selected words are not in this version of the text. Reload the page and select them again.",
  "span-empty": "Select at least one word to mark a claim.",
  "claim-withdrawn": "This claim was withdrawn. Restore it before you work on it.",
  "span-taken": "Another claim stands on exactly these words now. Work on that one instead.",
  "claim-not-withdrawn": "This claim was not withdrawn.",
  "statement-missing": "Write the statement in your own words before you propose a verdict.",
  "rating-retired": "This rating belongs to an older scale. Choose one from the desk's present scale.",
  "scale-unchanged": "This is the desk's scale already. Change something, then save it.",
  "rating-unknown": "This rating is not on the desk's scale. Choose one from the list.",
  "source-unknown": "This source is not on the desk. Choose another one or write a new one.",
  "evidence-removed": "This evidence was removed. Restore it before you change it.",
  "source-merged": "This source was merged into another one. Open that one instead.",
  "source-merges-itself": "Choose another source to merge it with.",
  "capture-unknown": "This copy is not on the desk. Open it again from its source.",
  "passage-outside": "The selected words are not in this copy. Reload the page and select them again.",
  "passage-not-in-capture": "These words do not stand in the copy. Select them there, or keep a new copy.",
  "capture-of-another-source": "This copy is of another source. Choose one of the source that is cited.",
  "verdict-stands":
    "A verdict stands on this evidence, and it would go stale. Say that you want that, or leave the evidence as it is.",
  "gate-in-the-way":
    "A gate of the desk is in the way. The checklist says which one; an editor who did not work on this may override it.",
  "contributor-cannot-override":
    "You worked on this claim or its evidence, so an editor who did not has to override the gate.",
  "gate-not-in-the-way": "This gate is not in the way, so there is nothing to override.",
  "reply-closed": "This request was answered or withdrawn. Make a new one to ask again.",
  "watch-stopped": "This address is not watched at present. Start to watch it again first.",
  "blobs-full": "The place where copies are kept is full. Ask whoever runs Stet to make room; nothing was saved.",
  "blobs-unreachable":
    "The place where copies are kept does not answer or cannot be written. Ask whoever runs Stet; nothing was saved.",
  "text-unchanged": "The text is the same as that of the present version, so there is no new version.",
  "version-superseded":
    "Somebody froze a newer version of this article meanwhile. Look at it first, then do this again.",
  "placement-settled": "Somebody has placed this claim already. Reload the page to see where.",
  "blind-second":
    "You were asked for a second verdict on this claim. Give yours first: until then you work on nothing else of it.",
  "second-needs-verdict": "A second verdict is asked for on one that stands or waits for review. There is none now.",
  "second-open":
    "Somebody was asked for a second verdict on this claim already. Wait for theirs, or take the request back.",
  "second-is-public":
    "A report with this verdict is public or will be, or a link to it is open, so a second one would not be blind. Keep the report to the desk and revoke its links first.",
  "second-would-be-shown":
    "Somebody was asked for a second verdict on one of these claims, and a report with the other's verdict is public or will be. Wait for theirs, or take the request back first.",
  "embargo-past":
    "The embargo's hour has passed already, so it would hold nothing back. Name a later hour, or leave the field empty.",
  "names-protected":
    "This edition names a source that is confidential now, so nobody outside reads it. Publish a new edition, or withdraw the check, and share that one: it does not name the source.",
  "second-owed":
    "Somebody was asked for a second verdict on the claim that would be withdrawn. Wait for theirs, or take the request back first.",
  "second-from-another":
    "Ask another colleague: a checker or editor who neither worked on this claim nor judged it or one that shares its verdict.",
  "second-worked-on-it":
    "By now you have worked on a claim that is part of this one, so a second verdict has to come from somebody else. Ask whoever asked you to take the request back.",
  "second-closed": "This request was answered or taken back.",
  "second-not-given": "The second verdict is not in yet, so there is nothing to settle.",
  "second-agrees": "The two verdicts agree, so there is nothing to settle.",
  "second-settled": "This disagreement has been settled already.",
  "adjudicator-not-apart": "You gave one of the two verdicts, so another editor has to settle it.",
  "claim-needs-placing":
    "The words of this claim changed in the present version. Confirm its place or choose other words first.",
  "nothing-to-confirm": "This claim is gone from the present version. Choose its words, or withdraw it.",
  "already-frozen": "This import was frozen before, with other details. Open it under Articles and correct them there.",
  "sign-in-first": "Somebody has an account with this address. Sign in with it first, then open this link again.",
  "thread-resolved": "This discussion was resolved. Reopen it to go on.",
  "message-sent":
    "This was sent before with other words, and a message keeps its words. Reload the page and write what is new as a reply.",
  "link-spent": "This link has been used or has expired. Ask for a new one.",
  "link-not-local": "This link works only on the machine that Stet runs on.",
  "email-taken": "Somebody on this desk already has this address.",
  "member-gone": "This person is no longer on the desk.",
  "too-many-attempts": "Too many attempts. Wait a little, then try again.",
  "claims-of-two-articles":
    "Only claims of one article can be merged. Of a claim in another article, say that it is the same.",
  "claim-relates-to-itself": "This is the claim itself. Choose another one.",
  "claim-leads-others":
    "Other claims take their verdict from this one, so it cannot take its own from another. End those relations first.",
  "claim-follows-already": "This claim takes its verdict from another one already. End that relation first.",
  "not-the-same-claim":
    "This claim is not said to be the same as another one. Say so first, then take the verdict over.",
  "nothing-to-take-over": "The other claim has no verdict at present that stands or is under review.",
  "taken-over-already": "This claim has that verdict already.",
  "first-verdict-hidden":
    "You were asked for a second verdict, so the first one is kept from you. Give yours, then do this again.",
  "filter-kept": "A filter was kept under this name already, with other words. Open the queue again to see it.",
  "filters-full": "You keep 100 filters already. Remove one first.",
  "wrong-password": "The address or the password is not right.",
} as const;

export type Rule = keyof typeof sentences;

export function ruleSentence(rule: Rule): string {
  return sentences[rule];
}
