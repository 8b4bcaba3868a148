import "server-only";
import { uuidv7 } from "uuidv7";
import type { AssetKind } from "#lib/domain/capture-views.ts";
import { failureSentence, notFound, type Outcome } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { SystemContext } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import type { JobPayload } from "#lib/server/jobs/job-payloads.ts";
import { JobProblem } from "#lib/server/jobs/job-problem.ts";
import type { AssetTools } from "#lib/server/outside/asset-tools.ts";
import { pagePictures } from "#lib/server/outside/page-pictures.ts";
import { mayTellOutside, submitToWayback } from "#lib/server/outside/wayback.ts";
import { keptBytes } from "#lib/server/queries/capture-bytes.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertAsset, type NewAsset } from "#lib/server/repositories/capture-assets.ts";
import { sourceFamily, sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { captureById, type StoredCapture } from "#lib/server/repositories/captures.ts";
import { isConfidential } from "#lib/server/repositories/confidential-sources.ts";
import { keepBytes } from "#lib/server/use-cases/keep-bytes.ts";
import { mayPass } from "#lib/server/use-cases/run-capture-job.ts";

type AssetContext = SystemContext & { readonly signal: AbortSignal; readonly tools: AssetTools };

/**
 * Makes what is configured and not there yet beside a capture: pictures of a page, a copy in a web archive. Run again it
 * makes no second one. Throws a JobProblem when something could not be made that may be made later; the rest is kept.
 */
export async function makeCaptureAssets(
  context: AssetContext,
  { deskId, captureId }: JobPayload<"capture-assets">,
): Promise<Outcome<readonly AssetKind[]>> {
  const capture = deskId === context.deskId ? await captureById(context.db, deskId, captureId) : null;
  if (capture === null) return notFound();
  const isSecret = await ofConfidential(context, capture);
  const done = [
    await makePictures(context, capture, { isSecret }),
    isSecret ? nothing : await makeArchived(context, capture),
  ];
  const problems = done.flatMap(({ problem }) => (problem === "" ? [] : [problem]));
  if (problems.length > 0) throw new JobProblem(problems.join(" "));
  return ok(done.flatMap(({ made }) => made));
}

type Done = { readonly made: readonly AssetKind[]; readonly problem: string };
const nothing: Done = { made: [], problem: "" };
const failed = (problem: string): Done => ({ made: [], problem });

/** Of a confidential source nothing is told outside, and its owner is asked for nothing more. */
async function ofConfidential({ db, deskId }: AssetContext, { sourceId }: StoredCapture): Promise<boolean> {
  const source = await sourceRow(db, deskId, sourceId);
  return source !== null && (await isConfidential(db, { deskId, sourceIds: (await sourceFamily(db, source)).ids }));
}

async function makePictures(
  context: AssetContext,
  capture: StoredCapture,
  { isSecret }: { readonly isSecret: boolean },
): Promise<Done> {
  const { blobs, fetchPolicy: policy, signal, tools } = context;
  const missing = (["screenshot", "pdf"] as const).filter((kind) => !has(capture, kind));
  if (tools.chromium === null || missing.length === 0 || !isPage(capture)) return nothing;
  const bytes = await keptBytes(blobs, capture.sha256);
  if (typeof bytes === "string") return failed(`No picture was made: the bytes of the copy are ${bytes}.`);
  // Without an address nothing is loaded beside the kept bytes.
  const page = { bytes, mediaType: capture.mediaType, address: isSecret ? "" : capture.address };
  const pictures = await pagePictures(page, { chromium: tools.chromium, policy, signal });
  if (!pictures.ok) return failed(pictures.error);
  for (const kind of missing) {
    const kept = await keepBytes(blobs, pictures.value[kind]);
    if (!kept.ok) return failed(failureSentence(kept.error));
    const mediaType = kind === "pdf" ? "application/pdf" : "image/png";
    await note(context, capture, { kind, sha256: kept.value, mediaType, byteLength: pictures.value[kind].byteLength });
  }
  return { made: missing, problem: "" };
}

/** Only what was fetched: a page that somebody sent from their browser, or a file, is not everybody's to see. */
async function makeArchived(context: AssetContext, capture: StoredCapture): Promise<Done> {
  const { fetchPolicy: policy, signal, tools } = context;
  const isWanted = tools.wayback !== null && capture.obtainedBy === "fetched" && !has(capture, "wayback");
  if (tools.wayback === null || !isWanted || !mayTellOutside(capture.requested, policy)) return nothing;
  const kept = await submitToWayback(capture.requested, { endpoint: tools.wayback, policy, signal });
  if (kept.ok) {
    await note(context, capture, { kind: "wayback", address: kept.value });
    return { made: ["wayback"], problem: "" };
  }
  const { error } = kept;
  const why = error.kind === "status" ? `it answered ${error.status}` : error.kind;
  return mayPass(error) ? failed(`The web archive made no copy (${why}).`) : nothing;
}

type Made = Omit<NewAsset, "deskId" | "id" | "captureId" | "madeAt"> & { readonly kind: AssetKind };

async function note({ db, deskId, now }: AssetContext, { id: captureId }: StoredCapture, made: Made): Promise<void> {
  const { kind, sha256 = "", address = "" } = made;
  await inTransaction(db, async (tx) => {
    // Another worker may have been first.
    if (await insertAsset(tx, { ...made, deskId, id: uuidv7(), captureId, madeAt: now })) {
      const event = { action: "capture.asset", subjectId: captureId, details: { kind, sha256, address } } as const;
      await appendAudit(tx, { deskId, actorId: null, now }, event);
    }
    return ok(null);
  });
}

function has({ assets }: StoredCapture, kind: AssetKind): boolean {
  return assets.some((asset) => asset.kind === kind);
}

/** Documents and pictures are seen as they are; what was read as a page is drawn. */
function isPage({ format, mediaType }: StoredCapture): boolean {
  return format === "html" || (format === "" && /^(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaType));
}
