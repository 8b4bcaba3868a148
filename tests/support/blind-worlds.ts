import { uuidv7 } from "uuidv7";
import { defaultPolicy } from "#lib/domain/gate.ts";
import type { Db } from "#lib/server/db/client.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import {
  addDraft,
  addEvidence,
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  stageDraft,
  type TestDesk,
} from "#tests/support/desk.ts";
import { askedSecond } from "#tests/support/seconds.ts";
import { begin } from "#tests/support/threads.ts";

/** Stands in everything that anybody says of the first verdict. */
export const marker = "Zwiebelturm";
export const blindScenes = ["proposed", "returned", "approved", "stale", "proposed-again"] as const;
export type BlindScene = (typeof blindScenes)[number];

export type World = {
  readonly desk: TestDesk;
  readonly articleId: string;
  readonly claimId: string;
  readonly otherId: string;
  readonly evidenceId: string;
  readonly stagedId: string;
};

/**
 * A desk whose `admin` was asked for a second verdict on a claim whose first one is in some state, full of marked words;
 * or, with `scene` null, the same desk where nobody ever judged the claim.
 */
export async function blindWorld(db: Db, scene: BlindScene | null, edited: boolean): Promise<World> {
  const desk = await makeDesk(db);
  const [checker, editor] = [desk.as("checker"), desk.as("editor")];
  const { rowVersion } = good(await gatesPage(desk.as("admin")));
  const modes = { ...defaultPolicy.modes, captured: { propose: "warn", approve: "require", publish: "warn" } } as const;
  good(
    await changeGates(desk.as("admin"), {
      rowVersion,
      approvalsNeeded: 2,
      voters: 2,
      printDissent: "yes",
      origins: 1,
      modes,
    }),
  );
  const article = await makeArticle(checker);
  const { id: claimId } = await makeClaim(checker, article, "lost 1.9 million crowns");
  const { id: otherId } = await makeClaim(checker, article, "carried 212 passengers");
  const evidenceId = await addEvidence(checker, claimId);
  const plan = { assigneeId: desk.as("admin").actor.memberId, dueAt: null, priority: "normal" } as const;
  const read = good(await claimPage(editor, claimId));
  good(await assignClaim(editor, { claimId, rowVersion: read.rowVersion, ...plan }));
  if (scene !== null) await judge({ desk, claimId, scene });
  if (edited) {
    const change = { ...evidenceInput(claimId, "Result from operations: (1 913 407)"), id: evidenceId, rowVersion: 1 };
    good(await editEvidence(checker, change));
  }
  if (scene === "proposed-again") await proposeMarked(desk, claimId, "Mostly false");
  await addDraft(checker, article, article.text.replace("two boats", "three boats"));
  const stagedId = await stageDraft(desk.as("admin"), article.id, article.text.replace("1.9 million", "2.4 million"));
  return { desk, articleId: article.id, claimId, otherId, evidenceId, stagedId };
}

type Judged = { readonly desk: TestDesk; readonly claimId: string; readonly scene: BlindScene };

async function judge({ desk, claimId, scene }: Judged): Promise<void> {
  const revisionId = await proposeMarked(desk, claimId, "Half true");
  await askedSecond(desk, claimId, "admin");
  const gate = { id: uuidv7(), claimId, gate: "captured", stage: "approve", revisionId, reason: marker } as const;
  good(await overrideGate(desk.as("second-editor"), gate));
  const vote = async (who: string, decision: "approve" | "return" | "comment") =>
    good(await reviewVerdict(desk.as(who), { id: uuidv7(), claimId, revisionId, decision, comment: marker }));
  await vote("second-editor", "comment");
  await vote("second-editor", scene === "returned" ? "return" : "approve");
  if (scene !== "returned" && scene !== "proposed") await vote("editor", "approve");
  await begin(desk.as("checker"), { claimId, anchor: "verdict", anchorId: revisionId }, { text: marker });
}

async function proposeMarked(desk: TestDesk, claimId: string, rating: string): Promise<string> {
  const checker = desk.as("checker");
  const { ratings, rowVersion } = good(await claimPage(checker, claimId));
  const ratingId = ratings.find((known) => known.label === rating)?.id ?? ratings[1]?.id ?? "";
  const words = { rationale: marker, asOf: "2026-05-09", suggestedWording: marker };
  return good(await proposeVerdict(checker, { id: uuidv7(), claimId, rowVersion, ratingId, ...words })).id;
}
