import "server-only";
import { type ClaimState, openStates } from "#lib/domain/claim.ts";
import type { QueueFilter, ReviewerStatus } from "#lib/domain/queue-filter.ts";
import type { QueueView } from "#lib/domain/queue-views.ts";
import { Prisma } from "#lib/server/db/generated/client.ts";

/** Whose queue it is. `blind` are the claims of which they must learn neither verdict nor decision. */
export type QueueReader = {
  readonly deskId: string;
  readonly memberId: string;
  readonly mayReview: boolean;
  readonly blind: readonly string[];
  /** The beginning of the day, in UTC, by which something is overdue. */
  readonly today: Date;
};

const day = 86_400_000;
const nowhere = Prisma.sql`false`;
const everywhere = Prisma.sql`true`;

/** The claims that nobody has placed in the newest version of their article. */
const toPlace = (deskId: string) => Prisma.sql`SELECT p."claimId" FROM "Placement" p
  JOIN "ArticleVersion" v ON v."deskId" = p."deskId" AND v.id = p."versionId"
  WHERE p."deskId" = ${deskId}::uuid AND p.active AND p."placedById" IS NULL AND p.kind IN ('changed', 'ambiguous', 'lost')
    AND NOT EXISTS (SELECT 1 FROM "ArticleVersion" n
      WHERE n."deskId" = v."deskId" AND n."articleId" = v."articleId" AND n.number > v.number)`;

const latest = (column: "id" | "authorId" | "ratingId") =>
  Prisma.sql`(SELECT r.${Prisma.raw(`"${column}"`)} FROM "VerdictRevision" r
    WHERE r."deskId" = c."deskId" AND r."claimId" = c.id ORDER BY r.number DESC LIMIT 1)`;

/** Votes on the latest revision, narrowed to one reviewer where one is named. */
const voted = (memberId: string | null) => Prisma.sql`EXISTS (SELECT 1 FROM "Review" v
  WHERE v."deskId" = c."deskId" AND v."claimId" = c.id AND v.decision <> 'comment'
    AND ${memberId === null ? everywhere : Prisma.sql`v."reviewerId" = ${memberId}::uuid`}
    AND v."revisionId" = ${latest("id")})`;

/**
 * The returned claims that this person has, or wrote the latest verdict of. Both are found by indexes alone, and the
 * latest verdict is looked up only (the planner cannot look past DISTINCT) where one of theirs meets a returned claim.
 */
const returnedTo = (deskId: string, memberId: string) => Prisma.sql`SELECT m.id FROM "Claim" m
  WHERE m."deskId" = ${deskId}::uuid AND m."assigneeId" = ${memberId}::uuid AND m.state = 'returned'
  UNION SELECT c.id FROM (SELECT DISTINCT x."deskId", x.id FROM "VerdictRevision" w
    JOIN "Claim" x ON x."deskId" = w."deskId" AND x.id = w."claimId" AND x.state = 'returned'
    WHERE w."deskId" = ${deskId}::uuid AND w."authorId" = ${memberId}::uuid) c
  WHERE ${latest("authorId")} = ${memberId}::uuid`;

/** What contributors_of() says, written out, for the planner cannot look into a function that pins its search path. */
const contributed = (memberId: string) => Prisma.sql`EXISTS (SELECT 1 FROM "Contribution" k
  WHERE k."deskId" = c."deskId" AND k."claimId" = c.id AND k."memberId" = ${memberId}::uuid
    AND (k.kind <> 'evidence'
      OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."deskId" = k."deskId" AND e.id = k."subjectId" AND e."removedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "RevisionEvidence" x WHERE x."deskId" = k."deskId" AND x."evidenceId" = k."subjectId")))`;

/** Claims in one of the states, as this reader sees them: what they are blind for is in progress to them. */
function inState(states: readonly ClaimState[], { blind }: QueueReader): Prisma.Sql {
  if (states.length === 0) return nowhere;
  const [first = ""] = states;
  const own =
    states.length === 1
      ? Prisma.sql`c.state = ${first}::"ClaimState"`
      : Prisma.sql`c.state = ANY(${[...states]}::"ClaimState"[])`;
  if (blind.length === 0) return own;
  return states.includes("progress")
    ? Prisma.sql`(${own} OR (c.id = ANY(${[...blind]}::uuid[]) AND c.state <> 'withdrawn'))`
    : Prisma.sql`(${own} AND c.id <> ALL(${[...blind]}::uuid[]))`;
}

const sighted = ({ blind }: QueueReader) =>
  blind.length === 0 ? everywhere : Prisma.sql`c.id <> ALL(${[...blind]}::uuid[])`;

/** Which claims, as `c`, a view of the queue holds for this reader. */
export function viewCondition(view: QueueView, reader: QueueReader): Prisma.Sql {
  const { deskId, memberId, mayReview } = reader;
  const unseen = sighted(reader);
  switch (view) {
    case "waiting":
      return mayReview
        ? Prisma.sql`c.state = 'proposed' AND ${unseen} AND NOT ${contributed(memberId)} AND NOT ${voted(memberId)}`
        : nowhere;
    case "mine":
      return Prisma.sql`c."assigneeId" = ${memberId}::uuid AND ${inState(openStates, reader)}`;
    case "returned":
      return Prisma.sql`c.state = 'returned' AND ${unseen} AND c.id IN (${returnedTo(deskId, memberId)})`;
    case "stale":
      return Prisma.sql`c.state = 'stale' AND ${unseen}`;
    case "placing":
      return Prisma.sql`c.state <> 'withdrawn' AND ${unseen} AND c.id IN (${toPlace(deskId)})`;
    case "unassigned":
      return Prisma.sql`c."assigneeId" IS NULL AND ${inState(["open", "progress", "stale"], reader)}`;
    case "everything":
      return Prisma.sql`c.state <> 'withdrawn'`;
  }
}

/** What state all claims of a view are in, where that is one. */
const stateOfView: Partial<Readonly<Record<QueueView, ClaimState>>> = {
  waiting: "proposed",
  returned: "returned",
  stale: "stale",
};

/** Which claims, as `c`, the whole filter lets through. */
export function filterCondition(filter: QueueFilter, reader: QueueReader): Prisma.Sql {
  const only = stateOfView[filter.view];
  // The planner does not see that no claim is in two states, and looks.
  if (only !== undefined && filter.author.length > 0 && !filter.author.includes(only)) return nowhere;
  const withdrawnToo = filter.view === "everything" && filter.author.includes("withdrawn");
  const parts = [withdrawnToo ? everywhere : viewCondition(filter.view, reader)];
  if (filter.author.length > 0) parts.push(inState(filter.author, reader));
  if (filter.reviewer.length > 0) {
    parts.push(
      Prisma.sql`(${Prisma.join(
        filter.reviewer.map((status) => reviewerIs(status, reader)),
        " OR ",
      )})`,
    );
  }
  if (filter.assignee === "nobody") parts.push(Prisma.sql`c."assigneeId" IS NULL`);
  else if (filter.assignee !== null) {
    const id = filter.assignee === "me" ? reader.memberId : filter.assignee;
    parts.push(Prisma.sql`c."assigneeId" = ${id}::uuid`);
  }
  if (filter.articleId !== null) parts.push(Prisma.sql`c."articleId" = ${filter.articleId}::uuid`);
  if (filter.priority.length > 0) parts.push(Prisma.sql`c.priority = ANY(${[...filter.priority]}::"Priority"[])`);
  if (filter.due !== null) parts.push(dueWithin(filter.due, reader.today));
  if (filter.rating !== null) parts.push(ratedAs(filter.rating, reader));
  for (const word of filter.words.split(/\s+/).slice(0, 8)) {
    if (word !== "") parts.push(Prisma.sql`c.statement ILIKE ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  }
  return Prisma.join(parts, " AND ");
}

function reviewerIs(status: ReviewerStatus, reader: QueueReader): Prisma.Sql {
  switch (status) {
    case "not-asked":
      return inState(["open", "progress", "withdrawn"], reader);
    case "waiting":
      return Prisma.sql`(${inState(["proposed"], reader)} AND NOT ${voted(null)})`;
    case "voting":
      return Prisma.sql`(${inState(["proposed"], reader)} AND ${voted(null)})`;
    case "returned":
      return inState(["returned"], reader);
    case "approved":
      return inState(["approved", "published"], reader);
    case "lapsed":
      return inState(["stale"], reader);
  }
}

function dueWithin(due: NonNullable<QueueFilter["due"]>, today: Date): Prisma.Sql {
  const key = Prisma.sql`coalesce(c."dueAt", 'infinity')`;
  const end = (days: number) => new Date(today.getTime() + days * day);
  switch (due) {
    case "overdue":
      return Prisma.sql`${key} < ${today}::timestamptz`;
    case "today":
      return Prisma.sql`${key} >= ${today}::timestamptz AND ${key} < ${end(1)}::timestamptz`;
    case "week":
      return Prisma.sql`${key} >= ${today}::timestamptz AND ${key} < ${end(7)}::timestamptz`;
    case "none":
      return Prisma.sql`${key} = 'infinity'`;
  }
}

function ratedAs(label: string, reader: QueueReader): Prisma.Sql {
  if (label === "none") {
    const unrated = Prisma.sql`${latest("id")} IS NULL`;
    return reader.blind.length === 0 ? unrated : Prisma.sql`(${unrated} OR c.id = ANY(${[...reader.blind]}::uuid[]))`;
  }
  // A list rather than a join, so that the claims are looked at in the order asked for until the page is full.
  return Prisma.sql`${sighted(reader)} AND ${latest("ratingId")} = ANY(ARRAY(SELECT t.id FROM "Rating" t
    WHERE t."deskId" = ${reader.deskId}::uuid AND t.label = ${label}))`;
}
