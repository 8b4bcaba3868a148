import "server-only";
import type { Tx } from "#lib/server/db/client.ts";

/** A row that says that bytes are kept. `id` is that of the version that an original became. */
export type KeptRow = {
  readonly kind: "original" | "capture" | "asset" | "attachment";
  readonly deskId: string;
  readonly id: string;
  readonly sha256: string;
};

type Key = { readonly deskId: string; readonly id: string };
type Row = Key & { readonly sha256: string };
type Page = (tx: Tx, after: Key, take: number) => Promise<Row[]>;

const pages: readonly (readonly [KeptRow["kind"], Page])[] = [
  [
    "original",
    async (tx, { deskId, id }, take) =>
      await tx.$queryRaw<Row[]>`
        SELECT "deskId", "versionId" AS id, sha256 FROM "Original"
        WHERE ("deskId", "versionId") > (${deskId}::uuid, ${id}::uuid) ORDER BY "deskId", "versionId" LIMIT ${take}`,
  ],
  [
    "capture",
    async (tx, { deskId, id }, take) =>
      await tx.$queryRaw<Row[]>`
        SELECT "deskId", id, sha256 FROM "Capture"
        WHERE ("deskId", id) > (${deskId}::uuid, ${id}::uuid) ORDER BY "deskId", id LIMIT ${take}`,
  ],
  [
    "asset",
    async (tx, { deskId, id }, take) =>
      await tx.$queryRaw<Row[]>`
        SELECT "deskId", id, sha256 FROM "CaptureAsset"
        WHERE ("deskId", id) > (${deskId}::uuid, ${id}::uuid) ORDER BY "deskId", id LIMIT ${take}`,
  ],
  [
    "attachment",
    async (tx, { deskId, id }, take) =>
      await tx.$queryRaw<Row[]>`
        SELECT "deskId", id, sha256 FROM "ReplyAttachment"
        WHERE ("deskId", id) > (${deskId}::uuid, ${id}::uuid) ORDER BY "deskId", id LIMIT ${take}`,
  ],
];

const none = "00000000-0000-0000-0000-000000000000";

/** Every row of every desk that points at kept bytes, `take` at a time; rows of what lies elsewhere are passed over. */
export async function* keptRows(tx: Tx, take: number): AsyncGenerator<readonly KeptRow[]> {
  for (const [kind, page] of pages) {
    let after: Key = { deskId: none, id: none };
    for (;;) {
      const rows = await page(tx, after, take);
      const last = rows.at(-1);
      if (last === undefined) break;
      yield rows.flatMap((row) => (row.sha256 === "" ? [] : [{ kind, ...row }]));
      after = last;
    }
  }
}
