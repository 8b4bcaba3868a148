import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { editionFormats, type SignedEdition } from "#lib/domain/edition.ts";
import { sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { database } from "#lib/server/db/client.ts";
import { publicEmbed, publicReport } from "#lib/server/public/public-report.ts";
import { reportFeed } from "#lib/server/public/report-feeds.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { decide, evidenceInput, good, makeArticle, makeClaim, makeDesk, propose } from "#tests/support/desk.ts";
import { openedReport } from "#tests/support/edition.ts";
import { corrected, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", site);
});
afterAll(async () => {
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

const secrets = {
  title: "Minutes unnamed-1-word of the yard",
  publication: "Yard unnamed-2-word internal",
  author: "Quarrie unnamed-3-word, Wilhelmina",
  address: "https://unnamed-4-word.example/minutes",
  passage: "I told unnamed-5-word them myself",
  locator: "page unnamed-6-word",
  note: "Call unnamed-7-word her at home",
};
const tells = (text: string) => /unnamed.\d.word|Quarrie|Wilhelmina/i.exec(text)?.[0] ?? null;
const shown = "a clerk of the board";

test("a confidential source is named in no format, on no page, in no frame and in no feed", async () => {
  const desk = await makeDesk(fresh.db);
  const article = await makeArticle(desk.as("checker"));
  const { id: claimId } = await makeClaim(desk.as("checker"), article, "lost 1.9 million crowns");
  const hidden = { ...evidenceInput(claimId), ...secrets, confidential: true, publicAs: shown };
  good(await linkEvidence(desk.as("checker"), hidden));
  await propose(desk.as("checker"), claimId);
  good(await decide(desk.as("second-editor"), claimId, "approve"));
  const signed = await published(desk, article.id);

  for (const format of editionFormats) {
    const { bytes, fileName } = await writeEdition(signed, format);
    const texts = readable(bytes);
    expect([format, ...texts.map(tells)].filter((told) => told !== null)).toEqual([format]);
    if (!["bibtex", "ris", "changes"].includes(format))
      expect(
        texts.some((text) => text.includes(shown)),
        format,
      ).toBe(true);
    expect(readable(sidecarOf(signed, fileName).bytes).map(tells)).toEqual([null]);
  }

  await openedReport(desk.as("editor"), article.id);
  const asked = () => new Request(`${site}/r`);
  const paths = [[], ["1"], ["claims", claimId], ["1", "claims", claimId]];
  const answers = await Promise.all([
    ...paths.map((path) => publicReport(asked(), [article.id, ...path])),
    publicEmbed(asked(), article.id, claimId),
    reportFeed(asked(), desk.deskId, "claimreviews.json"),
    reportFeed(asked(), desk.deskId, "editions.atom"),
  ]);
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(tells(JSON.stringify([...answer.headers]) + (await answer.text()))).toBeNull();
  }
}, 120_000);

/** All text that is in a file, packed or not. */
function readable(bytes: Uint8Array): string[] {
  const plain = Buffer.from(bytes).toString("utf8");
  if (plain.startsWith("PK")) return Object.values(unzipSync(bytes)).flatMap((part) => readable(part));
  if (plain.startsWith("%PDF")) return [plain, ...streamsOf(bytes)];
  const packed = /<!-- stet-edition ([\w-]+) -->/.exec(plain)?.[1];
  return packed === undefined ? [plain] : [plain, Buffer.from(packed, "base64url").toString("utf8")];
}

/** What is deflated in a PDF; its words are drawn as numbers of letters, and stand in the edition that is attached. */
function streamsOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString("latin1");
  return [...text.matchAll(/(?<!end)stream\r?\n/g)].flatMap((found) => {
    const start = found.index + found[0].length;
    try {
      return [inflateSync(pdf.subarray(start, text.indexOf("endstream", start))).toString("utf8")];
    } catch {
      return []; // A picture or a font.
    }
  });
}

test("a named source that goes back to a confidential one is not printed as sharing an origin", async () => {
  const desk = await makeDesk(fresh.db);
  const article = await makeArticle(desk.as("checker"));
  const { id: claimId } = await makeClaim(desk.as("checker"), article, "lost 1.9 million crowns");
  const named = evidenceInput(claimId);
  good(await linkEvidence(desk.as("checker"), named));
  const rest = { ...evidenceInput(claimId), sameOriginAs: named.id };
  good(await linkEvidence(desk.as("checker"), { ...rest, ...secrets, confidential: true, publicAs: shown }));
  await propose(desk.as("checker"), claimId);
  good(await decide(desk.as("second-editor"), claimId, "approve"));
  const first = await published(desk, article.id);
  expect(originsIn(first)).toEqual([null]);
  const { originId } = await fresh.db.evidence.findFirstOrThrow({ where: { id: named.id } });
  expect(originId).not.toBeNull();
  for (const format of editionFormats) {
    const { bytes } = await writeEdition(first, format);
    expect(readable(bytes).join("\n").includes(String(originId)), format).toBe(false);
  }
  const title = "The same minutes, printed";
  good(await linkEvidence(desk.as("checker"), { ...evidenceInput(claimId), title, sameOriginAs: named.id }));
  await propose(desk.as("checker"), claimId);
  good(await decide(desk.as("second-editor"), claimId, "approve"));
  expect(originsIn(await published(desk, article.id, corrected))).toEqual([originId, originId]);
});

function originsIn({ edition }: SignedEdition) {
  return edition.report.claims.flatMap(({ evidence }) =>
    evidence.flatMap((item) => (item.confidential ? [] : [item.originId])),
  );
}
