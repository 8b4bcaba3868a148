import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scalePresets } from "#lib/domain/scale-presets.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { articleReport } from "#lib/server/queries/article-report.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { scalePage } from "#lib/server/queries/scale-page.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { reviseScale } from "#lib/server/use-cases/revise-scale.ts";
import { good, proposedClaim, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { voteOn, votingDesk } from "#tests/support/votes.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function takeScale(desk: TestDesk, name: string) {
  const found = scalePresets.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no preset ${name}.`);
  const present = good(await scalePage(desk.as("admin")));
  const { kind, preset, ratings } = found;
  const input = { id: uuidv7(), scaleId: present.id, name, kind, preset, ratings: [...ratings] };
  good(await reviseScale(desk.as("admin"), input));
}

async function carriedAgainst(printDissent: "yes" | "no") {
  const desk = await votingDesk(fresh.db, 2, 3, printDissent);
  const made = await proposedClaim(desk);
  const cast = voteOn(desk, made.claimId, made.revisionId);
  good(await cast("editor", "return"));
  good(await cast("second-editor", "approve"));
  good(await cast("admin", "approve"));
  return { desk, ...made };
}

const written = async (desk: TestDesk, articleId: string) => {
  const report = good(await articleReport(desk.as("viewer"), articleId));
  return await Promise.all(reportFormats.map(async (format) => await writeReport(report, format)));
};

test.each(["yes", "no"] as const)(
  "every format prints dissent with its reason, when the desk wants: %s",
  async (wants) => {
    const { desk, article } = await carriedAgainst(wants);
    const formats = await written(desk, article.id);
    expect(formats).toHaveLength(3);
    for (const text of formats) {
      expect(/(?<!second-)editor says so\./.test(text), text.slice(0, 60)).toBe(wants === "yes");
      expect(/dissent/i.test(text.replace(/<style[\s\S]*?<\/style>/g, "")), text.slice(0, 60)).toBe(wants === "yes");
    }
  },
);

test("a verdict keeps the words it was given in, and people their names, after two new scales and a departure", async () => {
  const { desk, article, claimId } = await carriedAgainst("yes");
  await takeScale(desk, "Own copy");
  await takeScale(desk, "In a sentence");
  for (const who of ["checker", "editor", "second-editor"]) {
    const { memberId, role } = desk.as(who).actor;
    good(await changeMember(desk.as("admin"), { id: memberId, rowVersion: 1, role, leaves: "yes" }));
  }
  const [revision] = good(await claimPage(desk.as("viewer"), claimId)).revisions;
  expect(revision).toMatchObject({ rating: { label: "True", token: "true" }, author: { name: "checker" } });
  expect(revision?.reviews.map((review) => review.reviewer.name).sort()).toEqual(["admin", "editor", "second-editor"]);
  const report = good(await articleReport(desk.as("viewer"), article.id));
  expect(report.claims[0]?.verdict).toMatchObject({ label: "True", value: 5, signedOff: true, proposedBy: "checker" });
  expect(report.summary.ratings).toEqual([{ label: "True", token: "true", claims: 1 }]);
  for (const text of await written(desk, article.id)) {
    for (const words of ["True", "checker", "second-editor"]) expect(text, text.slice(0, 60)).toContain(words);
  }
});
