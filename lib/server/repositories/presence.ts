import "server-only";
import type { Here } from "#lib/domain/live.ts";
import type { Tx } from "#lib/server/db/client.ts";

/** Said again within this time, or forgotten; in seconds. */
const lifetime = 45;
/** So many pages of one member are remembered. */
const mostPages = 20;

type Page = {
  readonly deskId: string;
  readonly id: string;
  readonly memberId: string;
  readonly articleId: string;
  readonly claimId: string | null;
};

/**
 * Notes that a page is open, by the database's clock: "new" or "moved" when others should hear of it, "same" when it was
 * there already, "taken" when another member's page has this id.
 */
export async function notePage(tx: Tx, page: Page): Promise<"new" | "moved" | "same" | "taken"> {
  const { deskId, id, memberId, articleId, claimId } = page;
  const rows = await tx.$queryRaw<{ was: "new" | "moved" | "same" }[]>`
    WITH before AS (
      SELECT "seenAt" > clock_timestamp() - ${lifetime}::int * interval '1 second' AS alive,
        "articleId" IS NOT DISTINCT FROM ${articleId}::uuid AND "claimId" IS NOT DISTINCT FROM ${claimId}::uuid AS same
      FROM "Presence" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid
    )
    INSERT INTO "Presence" AS p ("deskId", id, "memberId", "articleId", "claimId", "seenAt")
    VALUES (${deskId}::uuid, ${id}::uuid, ${memberId}::uuid, ${articleId}::uuid, ${claimId}::uuid, clock_timestamp())
    ON CONFLICT ("deskId", id) DO UPDATE
      SET "articleId" = EXCLUDED."articleId", "claimId" = EXCLUDED."claimId", "seenAt" = EXCLUDED."seenAt"
      WHERE p."memberId" = EXCLUDED."memberId"
    RETURNING COALESCE((SELECT CASE WHEN NOT alive THEN 'new' WHEN same THEN 'same' ELSE 'moved' END FROM before), 'new') AS was`;
  return rows[0]?.was ?? "taken";
}

/** Forgets what was not said again, and all but a member's latest pages. */
export async function tidyPages(tx: Tx, { deskId, memberId }: Pick<Page, "deskId" | "memberId">): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Presence" WHERE "deskId" = ${deskId}::uuid AND id IN (
      SELECT id FROM "Presence"
      WHERE "deskId" = ${deskId}::uuid AND ("seenAt" < clock_timestamp() - ${lifetime}::int * interval '1 second'
        OR id IN (SELECT id FROM "Presence" WHERE "deskId" = ${deskId}::uuid AND "memberId" = ${memberId}::uuid
          ORDER BY "seenAt" DESC OFFSET ${mostPages}::int))
      FOR UPDATE SKIP LOCKED)`;
}

/** Forgets a page of one's own; the article it showed, or null when there was none. */
export async function dropPage(tx: Tx, { deskId, id, memberId }: Pick<Page, "deskId" | "id" | "memberId">) {
  const rows = await tx.$queryRaw<{ articleId: string | null }[]>`
    DELETE FROM "Presence" WHERE "deskId" = ${deskId}::uuid AND id = ${id}::uuid AND "memberId" = ${memberId}::uuid
    RETURNING "articleId"`;
  return rows[0]?.articleId ?? null;
}

/** Has every process tell its streams anew who is where. */
export async function tellPresence(tx: Tx, { deskId, articleId }: Pick<Page, "deskId" | "articleId">): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify('stet_live', ${`p ${deskId} ${articleId}`})::text`;
}

/** Who has which article or claim open, each once, by name. */
export async function whoIsHere(tx: Tx, deskId: string): Promise<Here[]> {
  return await tx.$queryRaw<Here[]>`
    SELECT DISTINCT p."memberId", m.name, p."articleId", p."claimId"
    FROM "Presence" p JOIN "Member" m ON m."deskId" = p."deskId" AND m.id = p."memberId" AND m."leftAt" IS NULL
    WHERE p."deskId" = ${deskId}::uuid AND p."seenAt" > clock_timestamp() - ${lifetime}::int * interval '1 second'
    ORDER BY m.name, p."memberId", p."articleId", p."claimId" LIMIT 500`;
}
