import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/** A source stands for those that were merged into it: the id that they share. */
export function rootOf(source: { readonly id: string; readonly mergedIntoId: string | null }): string {
  return source.mergedIntoId ?? source.id;
}

const copyToQuote = { id: true, text: true, source: { select: { id: true, mergedIntoId: true } } } as const;

/** A kept copy with its text, to look for words in. */
export async function copyById(tx: Tx, deskId: string, id: string) {
  return await tx.capture.findUnique({ where: { deskId_id: { deskId, id } }, select: copyToQuote });
}

/** The newest kept copies, at most three, of a source and those merged into it; `root` is its `rootOf`. */
export async function newestCopies(tx: Tx, deskId: string, root: string) {
  return await tx.capture.findMany({
    where: { deskId, source: { OR: [{ id: root }, { mergedIntoId: root }] } },
    orderBy: { obtainedAt: "desc" },
    take: 3,
    select: copyToQuote,
  });
}

export type CopyToQuote = NonNullable<Awaited<ReturnType<typeof copyById>>>;

/** Whether the desk keeps a copy of this address for the source or one that was merged into it. */
export async function hasCopyOf(tx: Tx, deskId: string, of: { root: string; address: string }): Promise<boolean> {
  const copy = await tx.capture.findFirst({
    where: {
      deskId,
      source: { OR: [{ id: of.root }, { mergedIntoId: of.root }] },
      OR: [{ address: of.address }, { requested: of.address }],
    },
    select: { id: true },
  });
  return copy !== null;
}
