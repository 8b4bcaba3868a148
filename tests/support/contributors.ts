import { claimPage } from "#lib/server/queries/claim-page.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { placeClaim } from "#lib/server/use-cases/place-claim.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import {
  addDraft,
  addEvidence,
  decide,
  evidenceInput,
  good,
  propose,
  proposedClaim,
  type TestDesk,
} from "#tests/support/desk.ts";

type Proposed = { readonly claimId: string; readonly revisionId: string };

/**
 * Each way in which somebody contributes to what a verdict rests on. Every one ends with a verdict by `checker` (or by
 * `who`) that waits for review, and `who` must not be the one to review it.
 */
export const waysToContribute: Readonly<Record<string, (desk: TestDesk, who: string) => Promise<Proposed>>> = {
  "gave the verdict": async (desk, who) => {
    const { claimId } = await proposedClaim(desk);
    good(await decide(desk.as("second-editor"), claimId, "return"));
    return { claimId, revisionId: await propose(desk.as(who), claimId) };
  },
  "gave an earlier revision of the verdict": async (desk, who) => {
    const { claimId } = await proposedClaim(desk);
    await propose(desk.as(who), claimId);
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "marked the words": async (desk, who) => {
    const { claimId } = await proposedClaim({ ...desk, as: (name) => desk.as(name === "checker" ? who : name) });
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "wrote the statement": async (desk, who) => {
    const { claimId } = await proposedClaim(desk);
    const { rowVersion, fields } = good(await claimPage(desk.as(who), claimId));
    good(await editClaim(desk.as(who), { id: claimId, rowVersion, ...fields, statement: "In other words." }));
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "linked evidence": async (desk, who) => {
    const { claimId } = await proposedClaim(desk);
    await addEvidence(desk.as(who), claimId, "Another passage");
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "edited evidence": async (desk, who) => {
    const { claimId, evidenceId } = await proposedClaim(desk);
    const edited = { ...evidenceInput(claimId, "A wider passage"), id: evidenceId, rowVersion: 1 };
    good(await editEvidence(desk.as(who), edited));
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "removed evidence that a verdict rested on": async (desk, who) => {
    const { claimId, evidenceId } = await proposedClaim(desk);
    await addEvidence(desk.as("checker"), claimId, "Another passage");
    good(await removeEvidence(desk.as(who), { id: evidenceId, rowVersion: 1 }));
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "confirmed the words of a new version": async (desk, who) => {
    const { claimId, version } = await changedWords(desk);
    good(await confirmPlaces(desk.as(who), { ...version, claimIds: [claimId] }));
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
  "chose other words in a new version": async (desk, who) => {
    const { claimId, version, text } = await changedWords(desk);
    const { rowVersion } = good(await claimPage(desk.as(who), claimId));
    const span = { start: text.indexOf("2.4 million"), end: text.indexOf("2.4 million") + 11 };
    good(await placeClaim(desk.as(who), { claimId, versionId: version.versionId, rowVersion, ...span }));
    return { claimId, revisionId: await propose(desk.as("checker"), claimId) };
  },
};

/** A claim whose words changed in a new version and wait to be placed. */
async function changedWords(desk: TestDesk) {
  const { claimId, article } = await proposedClaim(desk);
  const changed = article.text.replace("lost 1.9 million crowns", "lost 2.4 million crowns");
  const { id: articleId, version, text } = await addDraft(desk.as("checker"), article, changed);
  return { claimId, version: { articleId, versionId: version.id }, text };
}
