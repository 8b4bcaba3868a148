import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { editArticle } from "#lib/server/use-cases/edit-article.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import {
  addEvidence,
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  proposedClaim,
  refusal,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const quote = "lost 1.9 million crowns";

describe("two people save at once", () => {
  test("a statement: the second sees the first's words, and nothing is lost", async () => {
    const desk = await makeDesk(fresh.db);
    const claim = await makeClaim(desk.as("checker"), await makeArticle(desk.as("checker")), quote);
    const save = (name: string, statement: string) =>
      editClaim(desk.as(name), { id: claim.id, rowVersion: claim.rowVersion, ...claim.fields, statement });
    const both = await Promise.all([save("checker", "Mine."), save("second-checker", "Yours.")]);
    expect(both.map(refusal).sort()).toEqual(["conflict", "ok"]);
    const stored = good(await claimPage(desk.as("viewer"), claim.id)).fields.statement;
    const lost = both.find((outcome) => !outcome.ok);
    expect(lost).toMatchObject({ error: { kind: "conflict", current: { statement: stored } } });
  });

  test("different things of one claim do not conflict", async () => {
    const desk = await makeDesk(fresh.db);
    const claim = await makeClaim(desk.as("checker"), await makeArticle(desk.as("checker")), quote);
    const { id: claimId, rowVersion } = claim;
    const plan = { claimId, rowVersion, assigneeId: null, dueAt: null, priority: "high" as const };
    const outcomes = await Promise.all([
      editClaim(desk.as("checker"), { id: claimId, rowVersion, ...claim.fields, statement: "New words." }),
      linkEvidence(desk.as("second-checker"), evidenceInput(claimId)),
      assignClaim(desk.as("editor"), plan),
    ]);
    expect(outcomes.map(refusal)).toEqual(["ok", "ok", "ok"]);
  });

  test("a verdict is not proposed on evidence that its author has not seen", async () => {
    const desk = await makeDesk(fresh.db);
    const claim = await makeClaim(desk.as("checker"), await makeArticle(desk.as("checker")), quote);
    await addEvidence(desk.as("second-checker"), claim.id);
    const ratingId = claim.ratings[0]?.id ?? "";
    const words = { ratingId, rationale: "x", asOf: "2026-05-09", suggestedWording: "" };
    const seen = { id: uuidv7(), claimId: claim.id, rowVersion: claim.rowVersion, ...words };
    expect(refusal(await proposeVerdict(desk.as("checker"), seen))).toBe("conflict");
  });

  test("evidence, an article's details", async () => {
    const desk = await makeDesk(fresh.db);
    const { claimId, evidenceId, article } = await proposedClaim(desk);
    const edit = (name: string, passage: string) =>
      editEvidence(desk.as(name), { ...evidenceInput(claimId, passage), id: evidenceId, rowVersion: 1 });
    expect((await Promise.all([edit("checker", "a"), edit("second-checker", "b")])).map(refusal).sort()).toEqual([
      "conflict",
      "ok",
    ]);
    const about = { byline: "", publisher: "", publishedOn: null, address: null, language: null };
    const correct = (title: string) =>
      editArticle(desk.as("editor"), { id: article.id, rowVersion: 1, title, ...about });
    expect((await Promise.all([correct("A"), correct("B")])).map(refusal).sort()).toEqual(["conflict", "ok"]);
  });

  test("the same words marked twice are one claim, and numbers have no gaps", async () => {
    const desk = await makeDesk(fresh.db);
    const article = await makeArticle(desk.as("checker"));
    const start = article.text.indexOf(quote);
    const span = { articleId: article.id, versionId: article.version.id, start, end: start + quote.length };
    const marks = await Promise.all(
      ["checker", "second-checker", "editor", "admin"].map((name) =>
        markClaim(desk.as(name), { id: uuidv7(), ...span }),
      ),
    );
    expect(new Set(marks.map((outcome) => good(outcome).id)).size).toBe(1);
    expect(good(await articlePage(desk.as("viewer"), article.id)).claims.map((claim) => claim.number)).toEqual([1]);
  });

  test("a form sent twice makes one thing", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const claim = await makeClaim(checker, await makeArticle(checker), quote);
    const evidence = evidenceInput(claim.id);
    const sent = await Promise.all([linkEvidence(checker, evidence), linkEvidence(checker, evidence)]);
    expect(sent.map(refusal)).toEqual(["ok", "ok"]);
    const view = good(await claimPage(checker, claim.id));
    expect(view.evidence).toHaveLength(1);
    const words = { ratingId: claim.ratings[0]?.id ?? "", rationale: "x", asOf: "2026-05-09", suggestedWording: "" };
    const revision = { id: uuidv7(), claimId: claim.id, rowVersion: view.rowVersion, ...words };
    const proposed = await Promise.all([proposeVerdict(checker, revision), proposeVerdict(checker, revision)]);
    expect(proposed.map(refusal)).toEqual(["ok", "ok"]);
    expect(good(await claimPage(checker, claim.id)).revisions).toHaveLength(1);
  });

  test("sent again with other words, because the answer did not arrive, nothing of the newer words is lost", async () => {
    const desk = await makeDesk(fresh.db);
    const checker = desk.as("checker");
    const claim = await makeClaim(checker, await makeArticle(checker), quote);
    const evidence = evidenceInput(claim.id, "First words");
    good(await linkEvidence(checker, evidence));
    good(await linkEvidence(checker, { ...evidence, passage: "Better words" }));
    const view = good(await claimPage(checker, claim.id));
    expect(view.evidence.map((item) => item.passage)).toEqual(["Better words"]);
    expect(refusal(await linkEvidence(desk.as("second-checker"), { ...evidence, passage: "Theirs" }))).toBe("conflict");
    const words = {
      ratingId: claim.ratings[0]?.id ?? "",
      rationale: "First",
      asOf: "2026-05-09",
      suggestedWording: "",
    };
    const revision = { id: uuidv7(), claimId: claim.id, rowVersion: view.rowVersion, ...words };
    good(await proposeVerdict(checker, revision));
    good(await proposeVerdict(checker, { ...revision, rationale: "Better" }));
    expect(good(await claimPage(checker, claim.id)).revisions.map((item) => item.rationale)).toEqual([
      "Better",
      "First",
    ]);
    expect(refusal(await proposeVerdict(desk.as("second-checker"), revision))).toBe("not-found");
  });

  test("the last two administrators cannot remove each other", async () => {
    const desk = await makeDesk(fresh.db);
    const [admin, editor] = [desk.as("admin"), desk.as("editor")];
    const member = { rowVersion: 1, role: "admin" as const, leaves: "" as const };
    good(await changeMember(admin, { id: editor.actor.memberId, ...member }));
    const second = { ...editor, actor: { ...editor.actor, role: "admin" as const } };
    const both = await Promise.all([
      changeMember(admin, { id: editor.actor.memberId, rowVersion: 2, role: "viewer", leaves: "yes" }),
      changeMember(second, { id: admin.actor.memberId, rowVersion: 1, role: "viewer", leaves: "yes" }),
    ]);
    expect(both.map(refusal).sort()).toEqual(["last-administrator", "ok"]);
  });

  test("eight writers leave one chain without a fork", async () => {
    const desk = await makeDesk(fresh.db);
    const article = await makeArticle(desk.as("checker"));
    const words = [...article.text.matchAll(/\p{L}+/gu)].slice(0, 16);
    await Promise.all(
      words.map((word, index) => {
        const span = { start: word.index, end: word.index + word[0].length };
        const name = index % 2 === 0 ? "checker" : "second-checker";
        return markClaim(desk.as(name), {
          id: uuidv7(),
          articleId: article.id,
          versionId: article.version.id,
          ...span,
        });
      }),
    );
    const check = await verifyAudit(fresh.db, desk.deskId);
    expect(check).toMatchObject({ problems: [], entries: 17 });
  });
});
