import { expect, test } from "vitest";
import type { ReportClaim } from "#lib/domain/report.ts";
import { reportPageToHtml } from "#lib/formats/edition/public-report.ts";
import { sinceEarlier } from "#lib/formats/edition/since-earlier.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";

const first = signedEdition();
const { report } = first.edition;
const rated = report.claims.find(({ verdict }) => verdict?.signedOff === true);
if (rated?.verdict === null || rated === undefined) throw new Error("The sample has a claim that is signed off");
const { verdict } = rated;
const root = "https://desk.example/r/a/2";
const page = { canonical: root, isIndexed: true, notices: [], root, hasClaimPages: false, files: [] };

/** The claims of the first edition with one that says something else, or none in its place. */
function withClaim(change: Partial<ReportClaim> | null, language = "en") {
  const claims = report.claims.flatMap((claim) =>
    claim.id === rated?.id ? (change === null ? [] : [{ ...claim, ...change }]) : [claim],
  );
  return correctedEdition({ ...report, claims }, { language });
}

async function saidOn(later: ReturnType<typeof withClaim>, earlier = first): Promise<string> {
  const html = await reportPageToHtml(later, { ...page, since: sinceEarlier(earlier.edition, later.edition) });
  const [, section = ""] = /<section class="since".*?>(.*?)<\/section>/s.exec(html) ?? [];
  return section
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

test("a reader finds what was found then and now, in the report's language, with the way to the claim", async () => {
  const changed = { verdict: { ...verdict, label: "Utterly else" } };
  const said = await saidOn(withClaim(changed));
  expect(said).toBe(`What changed since edition 1 Claim ${rated.number} : ${verdict.label} became Utterly else`);
  expect(await saidOn(withClaim(changed, "de"))).toContain(`Aus ${verdict.label} wurde Utterly else`);
  const html = await reportPageToHtml(withClaim(changed), {
    ...page,
    since: sinceEarlier(first.edition, withClaim(changed).edition),
  });
  const way = `#claim-${rated.id}`;
  expect(html.slice(html.indexOf('class="since"'))).toContain(`href="${way}"`);
  expect(html).toContain(`id="${way.slice(1)}"`);
});

test("claims that are new, gone or say something else are named by their numbers", async () => {
  const { number } = rated;
  expect(await saidOn(withClaim(null))).toContain(`No longer in this edition: ${number}`);
  const [without, whole] = [signedEdition(withClaim(null).edition.report), withClaim({})];
  expect(await saidOn(whole, without)).toContain(`New in this edition: ${number}`);
  expect(await saidOn(withClaim({ statement: "Other words." }))).toContain(
    `Other words, evidence or sign-offs: ${number}`,
  );
});

test("an edition that says the same, and one that takes all of it back, have nothing to add", () => {
  expect(sinceEarlier(first.edition, withClaim({}).edition)).toBeNull();
  const withdrawn = correctedEdition({ ...report, status: "withdrawn" });
  expect(sinceEarlier(first.edition, withdrawn.edition)).toBeNull();
});
