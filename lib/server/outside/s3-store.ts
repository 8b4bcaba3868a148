import "server-only";
import { createHash } from "node:crypto";
import type { BlobStore } from "#lib/server/outside/blob-store.ts";
import { askS3, type S3Answer, type S3Limits, s3Problem } from "#lib/server/outside/s3-request.ts";
import type { S3Settings } from "#lib/server/outside/s3-settings.ts";

const usual: S3Limits = { tries: 4, pauseMs: 250, silenceMs: 20_000, wholeMs: 120_000 };

/**
 * Keeps blobs as objects of a bucket, named as the files of the folder store are, so that one can be copied to the
 * other. Throws a BlobStoreProblem when the bucket is full or out of reach; a bucket that is not there is out of reach.
 */
export function s3Store(settings: S3Settings, limits: S3Limits = usual): BlobStore {
  const get: BlobStore["get"] = async (sha256) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
    const answer = await askS3(settings, limits, { method: "GET", sha256 });
    if (answer.status === 200)
      return digest("sha256", answer.bytes).toString("hex") === sha256 ? answer.bytes : "damaged";
    // Any other 404 may come from something that is no S3 store, or from a bucket that is not there.
    if (answer.status === 404 && answer.code === "NoSuchKey") return null;
    throw s3Problem(settings, answer);
  };
  const put: BlobStore["put"] = async (bytes) => {
    const whole = digest("sha256", bytes);
    const sha256 = whole.toString("hex");
    const there = await askS3(settings, limits, {
      method: "HEAD",
      sha256,
      headers: { "x-amz-checksum-mode": "ENABLED" },
    });
    if (isWhole(there, { bytes, whole })) return sha256;
    // Whoever may write but not list is told 403 of what is not there; writing tells the two apart.
    if (there.status !== 200 && there.status !== 404 && there.status !== 403) throw s3Problem(settings, there);
    const headers = { "content-type": "application/octet-stream", "x-amz-checksum-sha256": whole.toString("base64") };
    const answer = await askS3(settings, limits, { method: "PUT", sha256, headers, body: bytes });
    if (answer.status !== 200) throw s3Problem(settings, answer);
    return sha256;
  };
  return { put, get };
}

/** Whether the store says of an object that it is these bytes: their length, and the checksum or the MD5 it has of them. */
function isWhole(there: S3Answer, { bytes, whole }: { readonly bytes: Uint8Array; readonly whole: Buffer }): boolean {
  if (there.status !== 200 || Number(there.header("content-length")) !== bytes.byteLength) return false;
  const checksum = there.header("x-amz-checksum-sha256");
  if (checksum !== "") return checksum === whole.toString("base64");
  return there.header("etag").replaceAll('"', "") === digest("md5", bytes).toString("hex");
}

function digest(name: "sha256" | "md5", bytes: Uint8Array): Buffer {
  return createHash(name).update(bytes).digest();
}
