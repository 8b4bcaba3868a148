import { expect } from "@playwright/test";
import { uuidv7 } from "uuidv7";
import { perGate, perStage } from "#lib/domain/gate.ts";
import type { ArticleView } from "#lib/domain/views.ts";
import type { Db } from "#lib/server/db/client.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";
import { changeGates } from "#lib/server/use-cases/change-gates.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { annotation, stageMarks } from "#tests/support/annotations.ts";
import {
  addEvidence,
  decide,
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  proposedClaim,
  type TestDesk,
} from "#tests/support/desk.ts";
import { nextEdition, publishedSample } from "#tests/support/edition.ts";
import { test } from "#tests/support/journey.ts";

const staged = "01940000-0000-7000-8000-00000000abcd";
const drafts = ["01940000-0000-7000-8000-00000000d002", "01940000-0000-7000-8000-00000000d003"] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page is accessible in its ${colorScheme} colours, and nothing scrolls sideways`, async ({
    page,
    desk,
    signIn,
    check,
    shot,
  }) => {
    // Some sixty pages, each looked at whole: on a busy machine that takes its time.
    test.setTimeout(1_200_000);
    const checker = desk.as("checker");
    const article = await makeArticle(checker);
    const approved = await proposedClaim(desk, article);
    good(await decide(desk.as("editor"), approved.claimId, "approve"));
    const stale = await proposedClaim(desk, article, "212 passengers");
    await addEvidence(checker, stale.claimId, "Later");
    const returned = await proposedClaim(desk, article, "the auditors wrote");
    good(await decide(desk.as("editor"), returned.claimId, "return"));
    const open = await makeClaim(checker, article, "two boats");
    const waiting = await proposedClaim(
      desk,
      await makeArticle(checker, "شُيّد الجسر عام 2024، وكلّف 41 مليون كرونة."),
      "41 مليون كرونة",
    );
    good(
      await stageImport(desk.as("admin"), { way: "paste", id: staged, text: "A title\n\nAnd a paragraph.", html: "" }),
    );
    const redrafted = await makeArticle(checker);
    const unplaced = await makeClaim(checker, redrafted, "carried 212 passengers");
    await makeClaim(checker, redrafted, "The service lost 1.9 million crowns last year");
    for (const [index, id] of drafts.entries()) {
      const text = `The board bought ${index + 3} boats in 2021. They carried 300 passengers on the first morning.`;
      good(await stageImport(desk.as("admin"), { way: "paste", id, articleId: redrafted.id, text, html: "" }));
    }
    good(await addVersion(desk.as("admin"), { id: drafts[0], articleId: redrafted.id, latest: 1 }));
    const marked = await makeArticle(checker);
    const marks = [annotation("two boats", { comment: "Which two?" }), annotation("They carried 300 passengers"), {}];
    const marksId = await stageMarks(desk.as("admin"), marked.id, marks);

    const sourceId = good(await claimPage(checker, stale.claimId)).evidence[0]?.source.id ?? "";
    const copy = { bytes: new TextEncoder().encode("Two boats, it says here."), fileName: "boats.txt" };
    const about = { sourceId, evidenceId: null, contentType: "text/plain" };
    const { id: copyId } = good(await uploadCapture(checker, { id: drafts[0], ...about, ...copy }));
    const worked = await workedClaim(desk, article);
    const { articleId: printed, signed } = await publishedSample(desk.as("editor"));
    const mended = { kind: "correction", what: "A claim was left out.", why: "Nobody had made it." } as const;
    const fewer = { ...signed.edition.report, claims: signed.edition.report.claims.slice(1) };
    const later = await nextEdition(desk.as("editor"), fewer, { change: mended });
    const editions = `/articles/${printed}/report/editions`;

    await signIn("admin");
    const versions = `/articles/${redrafted.id}/versions`;
    const bench = `/articles/${article.id}`;
    const paths = [
      "/articles",
      "/articles/import",
      `/articles/import/${staged}`,
      "/articles/import/many",
      "/articles/import/page",
      "/articles/import/page?receive",
      "/articles/import/feed",
      `/articles/${article.id}/sheet`,
      bench,
      ...[approved, stale, returned].map(({ claimId }) => `${bench}/claims/${claimId}`),
      `${bench}/claims/${open.id}`,
      `/articles/${waiting.article.id}/claims/${waiting.claimId}`,
      `${bench}/report`,
      `${bench}/report/editions`,
      editions,
      `${editions}/${signed.edition.id}`,
      `${editions}/${later.signed.edition.id}`,
      `${bench}/report/sharing`,
      `${bench}/report/wordings`,
      versions,
      `${versions}/new`,
      `${versions}/edit`,
      `${versions}/compare?from=1&to=2`,
      `${versions}/preview/${drafts[1]}`,
      `/articles/${marked.id}/annotations`,
      `/articles/${marked.id}/annotations/${marksId}`,
      `/articles/${redrafted.id}/placing`,
      `/articles/${redrafted.id}/claims/${unplaced.id}`,
      `/articles/${article.id}/placing`,
      "/queue",
      "/queue?view=everything",
      "/queue?view=everything&as=board",
      "/queue?as=people",
      "/queue?author=proposed&order=priority",
      "/notices",
      "/notices/settings",
      "/settings/jobs",
      "/queue?view=unassigned",
      "/queue?view=placing",
      `/review/${waiting.claimId}`,
      `/review/${approved.claimId}`,
      `/review/${approved.claimId}/changes`,
      `/review/${approved.claimId}/history`,
      "/queue/surroundings",
      "/agreement",
      "/sources",
      "/sources/new",
      `/sources/${sourceId}`,
      `/sources/${sourceId}/watching`,
      `/captures/${copyId}`,
      `/captures/${copyId}?claim=${open.id}`,
      `${bench}/claims/${worked}`,
      "/reports",
      "/settings/account",
      "/settings/colleagues",
      "/settings/gates",
      "/settings/scale",
      "/nowhere",
    ];
    await page.emulateMedia({ colorScheme });
    for (const [index, path] of paths.entries()) {
      await page.goto(path);
      await expect(page.locator("main").first()).toBeVisible();
      await check();
      await shot(`${colorScheme}-${String(index).padStart(2, "0")}`);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways, path).toBe(0);
    }
  });
}

/** A claim with much on it: secrecy, a calculation that is wrong, one origin twice, an override, a reply that is overdue. */
async function workedClaim(desk: TestDesk & { readonly db: Db }, article: ArticleView): Promise<string> {
  const checker = desk.as("checker");
  const { id: claimId } = await makeClaim(checker, article, "on the first morning");
  const first = await addEvidence(checker, claimId, "on the first morning");
  const wrong = { calculation: "1 913 406 / 212 = 9000", sameOriginAs: first, note: "After the ledger." };
  good(await linkEvidence(checker, { ...evidenceInput(claimId, ""), ...wrong }));
  const secret = { title: "An engineer", address: "", confidential: true, publicAs: "somebody at the yard" };
  good(await linkEvidence(checker, { ...evidenceInput(claimId, "They knew."), ...secret }));
  const asked = { askedOf: "Harbour Board", contact: "", channel: "email" as const, text: "Is it so?" };
  const [askedAt, deadline] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)];
  good(await askForReply(checker, { id: uuidv7(), claimId, ...asked, askedAt, deadline }));
  const { rowVersion } = await desk.db.desk.findUniqueOrThrow({ where: { id: desk.deskId } });
  const modes = perGate((gate) =>
    perStage(() => (gate === "reply" ? "off" : gate === "captured" ? "require" : "warn")),
  );
  good(await changeGates(desk.as("admin"), { rowVersion, approvalsNeeded: 1, origins: 2, modes }));
  const override = { id: uuidv7(), claimId, gate: "captured", stage: "propose", revisionId: null } as const;
  good(await overrideGate(desk.as("editor"), { ...override, reason: "It hangs in the archive." }));
  return claimId;
}

test("pages before somebody is signed in are accessible", async ({ page, check }) => {
  for (const path of [
    "/sign-in",
    "/verify",
    "/link/not-a-link-at-all-but-long-enough",
    "/outside/not-a-link-at-all-but-long-enough",
  ]) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    await check();
  }
});
