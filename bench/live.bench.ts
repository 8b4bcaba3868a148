import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { chromium } from "playwright";
import { connect } from "#lib/server/db/client.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { inDatabase, runSql, startCluster } from "#tests/support/cluster.ts";
import { good, makeArticle, makeClaim, makeDesk } from "#tests/support/desk.ts";
import { openSession } from "#tests/support/live.ts";
import { findChromium } from "../scripts/test-chromium.ts";
import { type Listening, listenTo } from "./live/listen.ts";
import { openServers } from "./live/servers.ts";
import { tableOf } from "./placement/table.ts";
import { quantile } from "./quantile.ts";

// A statement is saved through the API of one server process, and seen on a colleague's screen, which is a real Chromium
// at another process of the same database, while 200 streams of six members are open, half of them at each. From the
// save's answer to the event at each stream, and to the new words in the DOM. Target: a median under 150 ms.
const streams = Number(process.env.STET_BENCH_STREAMS ?? "200");
const saves = Number(process.env.STET_BENCH_SAVES ?? "40");
const target = 150;
const betweenSaves = 400;

const cluster = await startCluster();
await runSql(cluster.ownerUrl, "CREATE DATABASE stet_bench_live");
const servers = await openServers(inDatabase(cluster.ownerUrl, "stet_bench_live"));
const found = await findChromium((line) => process.stderr.write(`${line}\n`));
if (!found.ok) throw new Error(found.error);
const db = connect(servers.appUrl);
const browser = await chromium.launch({ executablePath: found.value, args: ["--no-sandbox", "--disable-gpu"] });
const open: Listening[] = [];
const measured: Record<"save" | "event" | "screen" | "page", number[]> = { save: [], event: [], screen: [], page: [] };
try {
  const desk = await makeDesk(db);
  const checker = desk.as("checker");
  const claim = await makeClaim(checker, await makeArticle(checker), "two boats");
  const names = ["viewer", "checker", "second-checker", "editor", "second-editor", "admin"];
  const cookies = new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => {
        const sid = await openSession(desk.as(name));
        return [name, await encode({ token: { sid }, secret: servers.secret })];
      }),
    ),
  );
  const cookieOf = (name: string) => cookies.get(name) ?? "";
  for (let index = 0; index < streams; index += 1) {
    const cookie = `stet-session=${cookieOf(names[Math.floor(index / 2) % names.length] ?? "")}`;
    open.push(await listenTo(servers.urls[index % 2 === 0 ? 0 : 1], cookie));
  }

  const context = await browser.newContext();
  await context.addCookies([{ name: "stet-session", value: cookieOf("viewer"), url: servers.urls[1] }]);
  const page = await context.newPage();
  const streaming = page.waitForResponse(/api\/v1\/live/);
  await page.goto(`${servers.urls[1]}/articles/${claim.articleId}/claims/${claim.id}`);
  await streaming;
  await page.getByText(claim.fields.statement).first().waitFor();

  for (let round = -3; round < saves; round += 1) {
    // As people save: a page that was read anew a moment ago waits a little before the next time.
    await sleep(betweenSaves);
    const statement = `They bought boats, round ${round + 1000}.`;
    const { rowVersion, fields } = good(await claimPage(checker, claim.id));
    const shown = page.evaluate(
      (words) =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (!document.body.textContent?.includes(words)) return;
            observer.disconnect();
            resolve(performance.timeOrigin + performance.now());
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        }),
      statement,
    );
    const heard = Promise.all(open.map((stream) => stream.next()));
    const began = performance.now();
    const response = await fetch(`${servers.urls[0]}/api/v1/claims/${claim.id}`, {
      method: "PATCH",
      headers: {
        "content-type": "application/json",
        cookie: `stet-session=${cookieOf("checker")}`,
        origin: servers.urls[0],
      },
      body: JSON.stringify({ ...fields, statement, rowVersion }),
    });
    const answered = performance.now();
    if (!response.ok) throw new Error(`The save was answered with ${response.status}: ${await response.text()}`);
    const [arrived, seenAt] = await Promise.all([heard, shown]);
    const asked = performance.now();
    const again = await fetch(page.url(), { headers: { rsc: "1", cookie: `stet-session=${cookieOf("viewer")}` } });
    await again.arrayBuffer();
    const read = performance.now();
    if (round < 0) continue;
    measured.page.push(read - asked);
    measured.save.push(answered - began);
    measured.event.push(...arrived.map((at) => at - answered));
    measured.screen.push(seenAt - performance.timeOrigin - answered);
  }
} finally {
  for (const stream of open) stream.close();
  await browser.close();
  await db.$disconnect();
  await servers.close();
  await cluster.stop();
}

const screen = quantile(measured.screen, 0.5);
process.stdout.write(
  tableOf(`A change on a colleague's screen: ${streams} streams at two server processes, ${saves} saves`, [
    { measure: "the save itself, median", figure: ms(quantile(measured.save, 0.5)), target: "", met: null },
    {
      measure: "from its answer to the event, median and p95 of all streams",
      figure: `${ms(quantile(measured.event, 0.5))}, ${ms(quantile(measured.event, 0.95))}`,
      target: "",
      met: null,
    },
    {
      measure: "reading the colleague's page alone, median",
      figure: ms(quantile(measured.page, 0.5)),
      target: "",
      met: null,
    },
    { measure: "to the screen, p95", figure: ms(quantile(measured.screen, 0.95)), target: "", met: null },
    { measure: "to the screen, median", figure: ms(screen), target: `under ${target} ms`, met: screen < target },
    {
      measure: "ratio of save and screen to the save",
      figure: `${((quantile(measured.save, 0.5) + screen) / quantile(measured.save, 0.5)).toFixed(1)}×`,
      target: "",
      met: null,
    },
  ]),
);

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
