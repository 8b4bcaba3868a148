import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Queries that are not read by both twins of blind-leaks.test.ts, and why they need not be. */
const apart: Readonly<Record<string, string>> = {
  "account-page": "one's own account and sessions",
  "actor-of-session": "who acts",
  "by-id": "other queries, by what an address names",
  "capture-by-id": "capture-page, by what an address names",
  "capture-bytes": "bytes of a kept copy",
  "capture-page": "a kept copy and which claims quote it",
  "capture-search": "words of kept copies",
  "capture-view": "a part of capture-page",
  "capture-warc": "bytes of a kept copy",
  "captures-of-source": "a part of source-page",
  "claim-evidence": "a part of claim-page",
  "claim-gates": "a part of claim-page",
  "claim-history": "a part of claim-page",
  "claim-parts": "a part of claim-page",
  "claim-replies": "a part of claim-page: what people outside were asked and said",
  "claim-seconds": "one's own request, in second-verdicts.test.ts",
  "claim-story": "not there for the blind, in blind-sharing.test.ts",
  comparison: "a part of compare-page and new-version",
  "edition-by-id": "not there for the blind, in edition-blind.test.ts",
  "edition-content": "a part of edition-preview",
  "edition-obstacles": "a part of edition-preview",
  "edition-page": "not there for the blind, in report-list.test.ts",
  "editor-of-article": "who acts",
  "feeds-page": "feeds and their items",
  "found-sources": "a part of source-list",
  "frozen-report": "a public edition, as it was frozen",
  "held-editions": "a part of report-access, in held-editions.test.ts",
  health: "whether the database answers",
  "import-preview": "one's own import, before there is a claim",
  "jobs-page": "addresses and counts of jobs",
  "kept-blobs": "for the operator's terminal",
  "keys-page": "public halves of keys, and who made them",
  "left-out-claim": "what public editions print",
  "link-page": "what a link at the door does",
  "live-start": "a sealed cursor",
  "member-actor": "who acts",
  "message-views": "a part of claim-threads and more-messages",
  "notices-page": "in blind-leaks.test.ts itself",
  "notify-page": "one's own settings",
  original: "bytes of an import",
  "outside-page": "for somebody who was asked from outside",
  "outsider-of-token": "who acts",
  "passages-article": "a part of annotations-page and sheet-page",
  people: "for the operator's terminal",
  "places-between": "a part of compare-page",
  "placing-rows": "a part of placing-page",
  "public-editions": "which editions the public may read",
  "public-standings": "which editions the public may read",
  "published-keys": "public halves of keys",
  "queue-reader": "a part of review-queue and queue-board",
  "queue-row": "a part of review-queue and queue-board",
  "related-choice": "a part of claims-to-relate and same-claims",
  "reply-attachment": "bytes that came with a reply",
  "report-access": "who outside sees the editions",
  "report-claim": "a part of article-report",
  "report-parts": "a part of article-report",
  "same-changes": "a part of placing-page",
  "seen-before": "articles by address and text",
  "shared-report": "which edition a link opens, for somebody outside",
  "seen-editions": "a part of edition-by-id and editions-of-article, in edition-blind.test.ts",
  "source-by-id": "source-page, by what an address names",
  "source-parts": "a part of source-page",
  "source-reference": "a reference in a style",
  "source-search": "sources and how often they are cited",
  "staged-summary": "one's own import",
  "verify-audit": "for the operator's terminal",
  "version-rows": "a part of versions-page",
  "watches-of-source": "what became of addresses",
};

const imports = (file: string, room: string) =>
  [...readFileSync(file, "utf8").matchAll(new RegExp(`from "#lib/server/${room}/([a-z-]+)\\.ts"`, "g"))].map(
    ([, name = ""]) => name,
  );
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));

describe("whatever can be read of the desk", () => {
  const compared = new Set(imports("tests/support/blind-reading.ts", "queries"));
  const queries = filesOf("lib/server/queries").map((name) => name.replace(/\.ts$/, ""));

  test("is read by the twins of the blind test, or is said to tell of no verdict: a new query belongs in one of the two", () => {
    expect([...compared, ...Object.keys(apart)].sort()).toEqual(queries.sort());
  });

  test("is read by pages and the API through these queries alone", () => {
    const reading = filesOf("app").filter((name) => /page\.tsx$|layout\.tsx$|route\.ts$/.test(name));
    for (const name of reading) {
      for (const room of ["repositories", "db"]) expect(imports(`app/${name}`, room), name).toEqual([]);
    }
    const readers = reading.filter((name) => /function GET\b/.test(readFileSync(`app/${name}`, "utf8")));
    const without = readers.filter((name) => imports(`app/${name}`, "queries").length === 0);
    const files = ["assets/[kind]", "bytes", "warc"].map((what) => `api/v1/captures/[captureId]/${what}/route.ts`);
    // The door's own, files of a kept copy, the stream, which live-blind.test.ts reads, and a schema. What the public
    // reads is answered before Next, in lib/server/public.
    const open = ["schemas/stet-edition-1.json"];
    const all = ["api/auth/[...nextauth]/route.ts", ...files, "api/v1/live/route.ts"];
    expect(without.sort()).toEqual([...all, ...open.map((name) => `${name}/route.ts`)]);
  });
});

/** Use-cases that hold a claim and do not ask whether the actor is blind for it, and why. */
const unasked: Readonly<Record<string, string>> = {
  "add-version": "freezes a text; its answer counts placements",
  "answer-from-outside": "for somebody who was asked from outside, who has no request on the desk",
  "attach-to-reply": "asks through reply-request before it writes",
  "give-second": "the one thing that the blind do",
  "mark-claim": "makes a claim",
  "narrow-claim": "a part of split-claim, which asks",
  "note-staleness": "a part of what changed the claim",
  "tell-presence": "says where one is",
};

test("whatever holds a claim to change it asks whether the actor is blind for it, or says why not", () => {
  const names = filesOf("lib/server/use-cases").map((name) => name.replace(/\.ts$/, ""));
  const text = (name: string) => readFileSync(`lib/server/use-cases/${name}.ts`, "utf8");
  const holding = names.filter((name) => /\b(lockClaims?|claimById|claimsByIds|lockOpenWork)\b/.test(text(name)));
  const silent = holding.filter((name) => !/\b(claimToChange|isBlindOn|blindClaims)\b/.test(text(name)));
  expect(silent.sort()).toEqual(Object.keys(unasked).sort());
});
