import { Client } from "pg";
import { filterOf } from "#lib/domain/queue-filter.ts";
import type { Context } from "#lib/server/context.ts";
import { connect } from "#lib/server/db/client.ts";
import { reviewQueue, waitingCount } from "#lib/server/queries/review-queue.ts";
import { cloneTemplate, startCluster } from "#tests/support/cluster.ts";
import { makeArticle, makeDesk } from "#tests/support/desk.ts";
import { tableOf } from "./placement/table.ts";
import { quantile } from "./quantile.ts";

// One page of the queue with everything that its page needs (50 rows, the counts of all views, how many the filter lets
// through), on a desk of 1,000 claims and one of 100,000: twenty people, an eighth of the claims under review, votes on a
// third of those. Both desks are asked in turns, so that a slow moment of the machine meets both.
const sizes = { few: 1_000, many: 100_000 };
const rounds = Number(process.env.STET_BENCH_ROUNDS ?? "60");
const most = 3;
const addresses = [
  { view: "waiting" },
  { view: "mine" },
  { view: "returned" },
  { view: "stale" },
  { view: "placing" },
  { view: "unassigned" },
  { view: "everything" },
  { reviewer: "voting" },
  { author: "proposed", priority: "high" },
  { view: "everything", order: "priority" },
  { view: "everything", order: "updated" },
  { due: "overdue", author: "progress" },
  { due: "none" },
  { words: "number 77" },
] as const;

const cluster = await startCluster();
const database = await cloneTemplate(cluster, "stet_bench_queue");
const db = connect(database.appUrl);
const owner = new Client({ connectionString: database.ownerUrl });
await owner.connect();
const desks = { few: await filled(sizes.few), many: await filled(sizes.many) };
await owner.query("VACUUM ANALYZE");

type Times = Record<keyof typeof desks, number[]>;
const pages: Times = { few: [], many: [] };
const bar: Times = { few: [], many: [] };
const byAddress = new Map(
  addresses.map((address): [string, Times] => [JSON.stringify(address), { few: [], many: [] }]),
);
for (let round = -5; round < rounds; round += 1) {
  for (const address of addresses) {
    for (const name of ["few", "many"] as const) {
      const ms = await timed(() => reviewQueue(desks[name], { filter: filterOf(address), after: null }));
      if (round < 0) continue;
      pages[name].push(ms);
      byAddress.get(JSON.stringify(address))?.[name].push(ms);
    }
  }
  for (const name of ["few", "many"] as const) {
    const ms = await timed(() => waitingCount(desks[name]));
    if (round >= 0) bar[name].push(ms);
  }
}
await owner.end();
await db.$disconnect();
await database.drop();
await cluster.stop();

const line = (measure: string, { few, many }: Times, target: number | null) => {
  const [a, b] = [quantile(few, 0.95), quantile(many, 0.95)];
  return {
    measure,
    figure: `${a.toFixed(1)} ms, ${b.toFixed(1)} ms, ${(b / a).toFixed(2)}×`,
    target: target === null ? "" : `at most ${target}×`,
    met: target === null ? null : b / a <= target,
  };
};
process.stdout.write(
  tableOf(
    `The review queue among ${sizes.few.toLocaleString("en")} and ${sizes.many.toLocaleString("en")} claims, p95 of ${pages.many.length} pages each`,
    [
      line("a page", pages, most),
      line("the count in the bar", bar, most),
      ...[...byAddress].map(([address, times]) => line(address.replace(/[{}"]/g, ""), times, null)),
    ],
  ),
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function filled(count: number): Promise<Context> {
  const desk = await makeDesk(db);
  const reader = desk.as("editor");
  const { deskId } = desk;
  const articles = await Promise.all(Array.from({ length: 5 }, () => makeArticle(desk.as("checker"))));
  const rating = await db.rating.findFirstOrThrow({ where: { deskId } });
  const version = articles[0]?.version.id ?? "";
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO "Member" ("deskId", id, "userId", name, role, "joinedAt")
     SELECT $1, gen_random_uuid(), gen_random_uuid(), 'Person ' || n, 'checker', now() FROM generate_series(1, 16) n`,
    [deskId],
  );
  await owner.query(
    `WITH people AS (SELECT array_agg(id ORDER BY id) AS ids FROM "Member" WHERE "deskId" = $1 AND role <> 'viewer'),
     drawn AS (SELECT n, random() AS state, random() AS due, people.ids[1 + (n % array_length(people.ids, 1))] AS person
       FROM generate_series(1, $2::int) n, people)
     INSERT INTO "Claim" ("deskId", id, "articleId", number, statement, state, "staleReason", "staleSince", "withdrawnReason", "assigneeId", "dueAt",
       priority, "createdById", "editedById", "createdAt", "updatedAt")
     SELECT $1, gen_random_uuid(), ($3::uuid[])[1 + n % 5], n + 100, 'Statement number ' || n || ' about the ferry', s.state,
       CASE s.state WHEN 'stale' THEN 'quote'::"StaleReason" END, CASE s.state WHEN 'stale' THEN now() END, CASE s.state WHEN 'withdrawn' THEN 'Out of scope' END,
       CASE WHEN s.state <> 'open' THEN person END, CASE WHEN due < 0.7 THEN now() + (due - 0.3) * interval '60 days' END,
       (ARRAY['low', 'normal', 'normal', 'high']::"Priority"[])[1 + n % 4], person, person, now(), now() - random() * interval '1 year'
     FROM drawn, LATERAL (SELECT (CASE WHEN state < 0.15 THEN 'open' WHEN state < 0.3 THEN 'progress' WHEN state < 0.425 THEN 'proposed'
       WHEN state < 0.475 THEN 'returned' WHEN state < 0.525 THEN 'stale' WHEN state < 0.975 THEN 'approved' ELSE 'withdrawn' END)::"ClaimState" AS state) s`,
    [deskId, count, articles.map((article) => article.id)],
  );
  const sql = [
    `INSERT INTO "VerdictRevision" ("deskId", id, "claimId", number, "versionId", "ratingId", rationale, "asOf", basis, "basisDigest", "authorId", "createdAt")
     SELECT $1, gen_random_uuid(), c.id, n, $2::uuid, $3::uuid, 'Borne out.', '2026-05-09', '{}', repeat('0', 64), c."assigneeId", now()
     FROM "Claim" c, generate_series(1, 2) n WHERE c."deskId" = $1 AND c.state NOT IN ('open', 'progress', 'withdrawn')`,
    `INSERT INTO "Review" ("deskId", id, "claimId", "revisionId", "reviewerId", decision, comment, "createdAt")
     SELECT $1, gen_random_uuid(), r."claimId", r.id, (SELECT m.id FROM "Member" m WHERE m."deskId" = $1 AND m.id <> r."authorId" ORDER BY md5(m.id::text || r.id::text) LIMIT 1),
       (CASE WHEN c.state = 'returned' OR r.number = 1 THEN 'return' ELSE 'approve' END)::"Decision", 'Which year?', now()
     FROM "VerdictRevision" r JOIN "Claim" c ON c."deskId" = r."deskId" AND c.id = r."claimId"
     WHERE r."deskId" = $1 AND $2::uuid IS NOT NULL AND $3::uuid IS NOT NULL
       AND (c.state <> 'proposed' OR r.number = 1 OR random() < 0.33)`,
    `INSERT INTO "Contribution" ("deskId", id, "claimId", "memberId", kind, "subjectId", at)
     SELECT $1, gen_random_uuid(), c.id, c."createdById", k.kind, gen_random_uuid(), now()
     FROM "Claim" c, unnest(ARRAY['span', 'statement', 'verdict']::"ContributionKind"[]) AS k(kind)
     WHERE c."deskId" = $1 AND $2::uuid IS NOT NULL AND $3::uuid IS NOT NULL`,
    `INSERT INTO "Placement" ("deskId", "claimId", "versionId", kind, start, "end", quote, "placedById", "placedAt")
     SELECT $1, c.id, $2::uuid, (CASE WHEN c.number % 200 = 0 THEN 'changed' ELSE 'exact' END)::"PlacementKind", c.number * 10, c.number * 10 + 8, 'two boats',
       CASE WHEN c.number % 200 = 0 THEN NULL ELSE c."createdById" END, now()
     FROM "Claim" c WHERE c."deskId" = $1 AND $3::uuid IS NOT NULL`,
  ];
  for (const text of sql) await owner.query(text, [deskId, version, rating.id]);
  await owner.query("SET session_replication_role = origin");
  return reader;
}
