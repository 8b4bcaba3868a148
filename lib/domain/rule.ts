/** Why a well-formed, permitted request was refused all the same. One sentence each, said to the person who asked. */
const sentences = {
  "contributor-cannot-review":
    "You worked on this claim or its evidence, so a colleague has to review it. Nobody signs off their own work.",
  "not-under-review": "This verdict is no longer under review: it was decided, changed or withdrawn in the meantime.",
  "already-voted": "You have already decided on this revision.",
  "never-changed": "This entry is part of the record and is never changed.",
  "approvals-missing": "This verdict does not have the approvals it needs.",
  "last-administrator": "This desk needs at least one administrator. Name another one first.",
  "span-outside": "The selected words are not in this version of the text. Reload the page and select them again.",
  "span-empty": "Select at least one word to mark a claim.",
  "claim-withdrawn": "This claim was withdrawn. Restore it before you work on it.",
  "span-taken": "Another claim stands on exactly these words now. Work on that one instead.",
  "claim-not-withdrawn": "This claim was not withdrawn.",
  "statement-missing": "Write the statement in your own words before you propose a verdict.",
  "rating-retired": "This rating belongs to an older scale. Choose one from the desk's present scale.",
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
  "claim-needs-placing":
    "The words of this claim changed in the present version. Confirm its place or choose other words first.",
  "nothing-to-confirm": "This claim is gone from the present version. Choose its words, or withdraw it.",
  "already-frozen": "This import was frozen before, with other details. Open it under Articles and correct them there.",
  "sign-in-first": "Somebody has an account with this address. Sign in with it first, then open this link again.",
  "link-spent": "This link has been used or has expired. Ask for a new one.",
  "link-not-local": "This link works only on the machine that Stet runs on.",
  "email-taken": "Somebody on this desk already has this address.",
  "member-gone": "This person is no longer on the desk.",
  "too-many-attempts": "Too many attempts. Wait a little, then try again.",
  "wrong-password": "The address or the password is not right.",
} as const;

export type Rule = keyof typeof sentences;

export function ruleSentence(rule: Rule): string {
  return sentences[rule];
}
