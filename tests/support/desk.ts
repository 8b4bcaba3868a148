import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Role } from "#lib/domain/role.ts";
import type { ArticleView, ClaimView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import type { Db } from "#lib/server/db/client.ts";
import { blobFolderPath } from "#lib/server/env.ts";
import { blobFolder } from "#lib/server/outside/blob-store.ts";
import { defaultFetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { insertDesk } from "#lib/server/repositories/desks.ts";
import { joinDesk } from "#lib/server/repositories/members.ts";
import { insertUser } from "#lib/server/repositories/people.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { markClaim } from "#lib/server/use-cases/mark-claim.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";

/** The value of an outcome that must have gone well. */
export function good<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Expected success, got ${JSON.stringify(outcome.error)}`);
}

/** What a refused outcome was refused with: its kind, or the rule. */
export function refusal(outcome: Outcome<unknown>): string {
  if (outcome.ok) return "ok";
  return outcome.error.kind === "refused" ? outcome.error.rule : outcome.error.kind;
}

/** Journeys share the server's folder, so that it finds what a test has staged; other tests have one of their own. */
const ownFolder = process.env.STET_E2E_URL === undefined ? join(tmpdir(), `stet-blobs-${randomUUID()}`) : null;
export const testBlobs = blobFolder(ownFolder ?? blobFolderPath());
process.once("exit", () => {
  if (ownFolder !== null) rmSync(ownFolder, { recursive: true, force: true });
});

export type TestDesk = { readonly deskId: string; readonly as: (name: string) => Context };

/** A desk with a viewer, two checkers (`checker`, `second-checker`), two editors (`editor`, `second-editor`) and an admin. */
export async function makeDesk(db: Db, clock: () => Date = () => new Date()): Promise<TestDesk> {
  const deskId = uuidv7();
  await insertDesk(db, { id: deskId, name: `Desk ${deskId.slice(-6)}`, now: clock() });
  const people: [string, Role][] = [
    ["viewer", "viewer"],
    ["checker", "checker"],
    ["second-checker", "checker"],
    ["editor", "editor"],
    ["second-editor", "editor"],
    ["admin", "admin"],
  ];
  const contexts = new Map<string, Context>();
  for (const [name, role] of people) {
    const userId = uuidv7();
    await insertUser(db, {
      id: userId,
      email: `${name}.${randomUUID()}@example.org`,
      name,
      passwordHash: null,
      now: clock(),
    });
    const memberId = await joinDesk(db, { deskId, id: uuidv7(), userId, name, role, now: clock() });
    const actor = { deskId, memberId, userId, name, role };
    contexts.set(name, { actor, db, now: clock(), fetchPolicy: defaultFetchPolicy, blobs: testBlobs });
  }
  const as = (name: string): Context => {
    const context = contexts.get(name);
    if (context === undefined) throw new Error(`The test desk has no ${name}.`);
    return { ...context, now: clock() };
  };
  return { deskId, as };
}

const ferryText =
  "The board bought two boats in 2021. They carried 212 passengers on the first morning.\n\nThe service lost 1.9 million crowns last year, the auditors wrote.";

/** An article imported by pasting, and read back. */
export async function makeArticle(context: Context, text: string = ferryText): Promise<ArticleView> {
  const id = uuidv7();
  good(await stageImport(context, { way: "paste", id, text, html: "" }));
  const fields = { title: "The ferry", byline: "", publisher: "", publishedOn: null, address: null, language: "en" };
  good(await importArticle(context, { id, ...fields }));
  return good(await articlePage(context, id));
}

/** A text staged to become the article's next version; the id of the import. */
export async function stageDraft(context: Context, articleId: string, text: string): Promise<string> {
  const id = uuidv7();
  return good(await stageImport(context, { way: "paste", id, articleId, text, html: "" })).id;
}

/** The article with a new version, made by pasting its text. */
export async function addDraft(context: Context, article: { id: string }, text: string): Promise<ArticleView> {
  const id = await stageDraft(context, article.id, text);
  const latest = good(await articlePage(context, article.id)).version.number;
  good(await addVersion(context, { id, articleId: article.id, latest }));
  return good(await articlePage(context, article.id));
}

/** A claim on the first place where the article says `quote`, with its statement written. */
export async function makeClaim(context: Context, article: ArticleView, quote: string): Promise<ClaimView> {
  const start = article.text.indexOf(quote);
  const span = { start, end: start + quote.length };
  const { id } = good(
    await markClaim(context, { id: uuidv7(), articleId: article.id, versionId: article.version.id, ...span }),
  );
  const { rowVersion } = good(await claimPage(context, id));
  const statement = `The article says: ${quote}`;
  good(
    await editClaim(context, {
      id,
      rowVersion,
      statement,
      claimant: "The article",
      saidOn: "2026-06-12",
      saidIn: "in print",
    }),
  );
  return good(await claimPage(context, id));
}

/** A linkable piece of evidence that cites a new source. */
export function evidenceInput(claimId: string, passage = "Result from operations: (1 913 406)") {
  return {
    id: uuidv7(),
    claimId,
    sourceId: null,
    sourceKind: "document" as const,
    title: "Annual accounts 2025",
    publication: "Harbour Board",
    author: "",
    publishedOn: "2026-04",
    address: "https://harbour.example/accounts",
    stance: "supports" as const,
    kind: "primary" as const,
    passage,
    locator: "p. 31",
    note: "",
    accessedOn: "2026-05-06",
    sameOriginAs: null,
  };
}

export async function addEvidence(context: Context, claimId: string, passage?: string): Promise<string> {
  return good(await linkEvidence(context, evidenceInput(claimId, passage))).id;
}

/** A revision that waits for review; its id. */
export async function propose(context: Context, claimId: string, rating = "True"): Promise<string> {
  const claim = good(await claimPage(context, claimId));
  const ratingId = claim.ratings.find((known) => known.label === rating)?.id ?? "";
  const words = { ratingId, rationale: "The accounts bear it out.", asOf: "2026-05-09", suggestedWording: "" };
  return good(await proposeVerdict(context, { id: uuidv7(), claimId, rowVersion: claim.rowVersion, ...words })).id;
}

export async function decide(context: Context, claimId: string, decision: "approve" | "return" | "comment") {
  const claim = good(await claimPage(context, claimId));
  const revisionId = claim.revisions[0]?.id ?? "";
  return await reviewVerdict(context, { id: uuidv7(), claimId, revisionId, decision, comment: "Said so." });
}

/** A claim with statement, evidence and a proposed verdict, all by `checker`. */
export async function proposedClaim(desk: TestDesk, article?: ArticleView, quote = "lost 1.9 million crowns") {
  const checker = desk.as("checker");
  const text = article ?? (await makeArticle(checker));
  const claim = await makeClaim(checker, text, quote);
  const evidenceId = await addEvidence(checker, claim.id);
  const revisionId = await propose(checker, claim.id);
  return { article: text, claimId: claim.id, evidenceId, revisionId };
}
