import { Client } from "pg";
import { uuidv7 } from "uuidv7";
import { searchTextOf } from "#lib/domain/search-words.ts";
import type { Context } from "#lib/server/context.ts";
import { connect } from "#lib/server/db/client.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { cloneTemplate, startCluster } from "#tests/support/cluster.ts";
import { makeArticle, makeClaim, makeDesk } from "#tests/support/desk.ts";
import { seeded } from "./placement/random.ts";
import { tableOf } from "./placement/table.ts";
import { zipfKind } from "./placement/zipf-kind.ts";
import { quantile } from "./quantile.ts";

// Finding a source while typing, in a desk of 2,000 and one of 200,000: what stands in the field after each of 1 to 20
// keystrokes of a title, an author, an address, a DOI, an ISBN, or of something that nobody has. Both desks are asked in
// turns, so that a slow moment of the machine meets both.
const sizes = { few: 2_000, many: 200_000 };
const asked = Number(process.env.STET_BENCH_QUERIES ?? "1500");
const most = 5;

type Row = ReturnType<typeof rowOf>;
const random = seeded(20_261_123);
const { sentence } = zipfKind(4711);
const hosts = Array.from({ length: 400 }, (_, index) => `${wordAt(index)}${index % 7}.example`);

const cluster = await startCluster();
const database = await cloneTemplate(cluster, "stet_bench_sources");
const db = connect(database.appUrl);
const owner = new Client({ connectionString: database.ownerUrl });
await owner.connect();
const desks = { few: await filled(sizes.few), many: await filled(sizes.many) };
await owner.query("VACUUM ANALYZE");

const times: Record<keyof typeof desks, number[]> = { few: [], many: [] };
const slowest: { query: string; ms: number }[] = [];
for (let round = -50; round < asked; round += 1) {
  const length = 1 + Math.floor(random.next() * 20);
  const way = random.next();
  for (const name of ["few", "many"] as const) {
    const { context, rows } = desks[name];
    const query = typed(rows[Math.floor(random.next() * rows.length)], way).slice(0, length);
    const began = performance.now();
    await sourceSearch(context, { words: query, take: 12 });
    if (round < 0) continue;
    const ms = performance.now() - began;
    times[name].push(ms);
    if (name === "many") slowest.push({ query, ms });
  }
}
await owner.end();
await db.$disconnect();
await database.drop();
await cluster.stop();

const [few, many] = [quantile(times.few, 0.95), quantile(times.many, 0.95)];
const worst = slowest.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
process.stdout.write(
  tableOf(`Finding a source while typing, ${asked} queries of 1 to 20 characters in each desk`, [
    { measure: `p95 among ${sizes.few.toLocaleString("en")}`, figure: `${few.toFixed(1)} ms`, target: "", met: null },
    { measure: `p95 among ${sizes.many.toLocaleString("en")}`, figure: `${many.toFixed(1)} ms`, target: "", met: null },
    { measure: "median of both", figure: `${median(times.few)} ms, ${median(times.many)} ms`, target: "", met: null },
    {
      measure: "the slowest among many",
      figure: worst.map(({ query, ms }) => `“${query}” ${ms.toFixed(1)} ms`).join(", "),
      target: "",
      met: null,
    },
    { measure: "ratio", figure: `${(many / few).toFixed(2)}×`, target: `under ${most}×`, met: many / few < most },
  ]),
);

async function filled(count: number): Promise<{ context: Context; rows: Row[] }> {
  const context = (await makeDesk(db)).as("checker");
  const { deskId, memberId } = context.actor;
  const rows = Array.from({ length: count }, (_, index) => rowOf(index));
  for (let from = 0; from < rows.length; from += 5000) {
    const part = rows.slice(from, from + 5000).map((row) => ({ ...row, searchText: searchTextOf(row) }));
    await owner.query(
      `INSERT INTO "Source" ("deskId", "createdById", "createdAt", id, title, publication, author, address, doi, isbn, "searchText", "updatedAt")
       SELECT $1, $2, now(), r.*, now() - random() * interval '5 years' FROM json_to_recordset($3)
       AS r(id uuid, title text, publication text, author text, address text, doi text, isbn text, "searchText" text)`,
      [deskId, memberId, JSON.stringify(part)],
    );
  }
  const claim = await makeClaim(context, await makeArticle(context), "two boats");
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO "Evidence" ("deskId", id, "claimId", "sourceId", stance, kind, "accessedOn", position, "linkedById", "editedById", "createdAt", "updatedAt")
     SELECT $1, gen_random_uuid(), $2, s.id, 'supports', 'primary', '2026-01-01', row_number() OVER (), $3, $3, now(), now()
     FROM "Source" s, generate_series(1, 3) WHERE s."deskId" = $1 AND random() < 0.2`,
    [deskId, claim.id, memberId],
  );
  await owner.query("SET session_replication_role = origin");
  return { context, rows };
}

function rowOf(index: number) {
  const host = hosts[Math.floor(random.next() ** 2 * hosts.length)] ?? "a.example";
  const words = wordsOf()
    .slice(0, 3 + random.below(9))
    .join(" ");
  const slug = words.toLowerCase().replace(/[^a-z]+/g, "-");
  return {
    id: uuidv7(),
    title: words,
    publication: random.next() < 0.7 ? host.replace(/\d?\.example$/, " Post") : "",
    author:
      random.next() < 0.6
        ? `${wordAt(Math.floor(random.next() * 5000))}, ${wordAt(Math.floor(random.next() * 500))}`
        : "",
    address: random.next() < 0.85 ? `https://www.${host}/${2000 + (index % 26)}/${slug}?utm_source=mail` : "",
    doi: random.next() < 0.1 ? `10.${1000 + (index % 300)}/art.${index}` : "",
    isbn: random.next() < 0.05 ? `978${String(index).padStart(10, "0")}` : "",
  };
}

function wordsOf(): string[] {
  return sentence(random).map(({ before, core, after }) => before + core + after);
}

/** The text that somebody types who looks for the source, or for one that nobody has. */
function typed(row: Row | undefined, way: number): string {
  if (row === undefined || way < 0.05) return wordsOf().reverse().join(" ");
  if (way < 0.2 && row.address !== "") return row.address.replace("?utm_source=mail", "");
  if (way < 0.25 && row.address !== "") return row.address.replace("https://www.", "");
  if (way < 0.3 && row.doi !== "") return row.doi;
  if (way < 0.35 && row.isbn !== "") return row.isbn.replace(/^978/, "978-");
  if (way < 0.45 && row.author !== "") return row.author;
  if (way < 0.6) return row.title.split(" ").slice(1).join(" ");
  return row.title;
}

function wordAt(index: number): string {
  const syllables = ["ba", "ke", "lo", "mi", "nu", "ra", "se", "to", "vi", "zu", "har", "ston"];
  const digits = [...(index + 12).toString(12)].map((digit) => syllables[Number.parseInt(digit, 12)] ?? "");
  const word = digits.join("");
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function median(measured: readonly number[]): string {
  const sorted = measured.toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1);
}
