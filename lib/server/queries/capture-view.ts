import "server-only";
import { type AssetKind, assetKinds, type CaptureView } from "#lib/domain/capture-views.ts";
import type { StoredCapture } from "#lib/server/repositories/captures.ts";

/** A capture as a line of a list. */
export function captureView(row: StoredCapture): CaptureView {
  return {
    id: row.id,
    sourceId: row.sourceId,
    title: row.title || row.fileName || row.address,
    address: row.address,
    fileName: row.fileName,
    obtainedBy: row.obtainedBy,
    obtainedAt: row.obtainedAt.toISOString(),
    by: row.obtainer,
    sha256: row.sha256,
    mediaType: row.mediaType,
    byteLength: row.byteLength,
    hasText: row.textDigest !== "",
    unread: row.unread,
    assets: row.assets.flatMap(({ id, kind, address }) => (isAssetKind(kind) ? [{ id, kind, address }] : [])),
  };
}

function isAssetKind(kind: string): kind is AssetKind {
  return assetKinds.some((known) => known === kind);
}
