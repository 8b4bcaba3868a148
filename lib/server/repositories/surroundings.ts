import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

type Page = {
  readonly deskId: string;
  readonly after: string | null;
  readonly take: number;
  /** The claims that the reader must not learn of, not even from where a page ends. */
  readonly hidden: ReadonlySet<string>;
};

/** The claims whose verdict lapsed because the text around their words changed, by id, with the revision that lapsed. */
export async function lapsedBySurroundings(tx: Tx, { deskId, after, take, hidden }: Page) {
  const id = { notIn: [...hidden], ...(after === null ? {} : { gt: after }) };
  return await tx.claim.findMany({
    where: { deskId, state: "stale", staleReason: "surroundings", id },
    orderBy: { id: "asc" },
    take,
    include: {
      article: { select: { title: true } },
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        include: { rating: true, author: { select: { name: true } } },
      },
    },
  });
}

/** Which of these claims somebody worked on. */
export async function workedOn(
  tx: Tx,
  { deskId, memberId }: { readonly deskId: string; readonly memberId: string },
  claimIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM unnest(${claimIds}::uuid[]) AS c(id)
    WHERE EXISTS (SELECT 1 FROM contributors_of(${deskId}::uuid, c.id) k WHERE k."memberId" = ${memberId}::uuid)`;
  return new Set(rows.map((row) => row.id));
}
