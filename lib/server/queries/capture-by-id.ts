import "server-only";
import type { CapturePageView } from "#lib/domain/capture-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { assetBytes, captureBytes, type KeptFile } from "#lib/server/queries/capture-bytes.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { captureWarc } from "#lib/server/queries/capture-warc.ts";

/** What an address names, where what stands in it may not even be an id. */
export async function captureById(context: Context, text: string): Promise<Outcome<CapturePageView>> {
  const id = identifier.safeParse(text);
  return id.success ? await capturePage(context, id.data) : notFound();
}

/** A file of a capture: its bytes, the WARC file that is made of them, or a picture made beside it. */
export async function captureFile(context: Context, text: string, which: string): Promise<Outcome<KeptFile>> {
  const id = identifier.safeParse(text);
  if (!id.success) return notFound();
  if (which === "bytes") return await captureBytes(context, id.data);
  return which === "warc"
    ? await captureWarc(context, id.data)
    : await assetBytes(context, { captureId: id.data, kind: which });
}
