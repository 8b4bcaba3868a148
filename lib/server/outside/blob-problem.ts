import "server-only";
import { errorCode } from "#lib/server/pid-lock.js";

/** Thrown by a blob store that cannot keep or give bytes for reasons of its own; nothing was kept half. */
export class BlobStoreProblem extends Error {
  readonly kind: "full" | "unreachable";

  constructor(kind: "full" | "unreachable", message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BlobStoreProblem";
    this.kind = kind;
  }
}

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const unreachable = new Set(
  "EROFS EACCES EPERM EIO ENOTDIR ENXIO ENODEV ESTALE EMFILE ENFILE ECONNREFUSED ECONNRESET ENOTFOUND EAI_AGAIN ETIMEDOUT EHOSTUNREACH ENETUNREACH EPIPE".split(
    " ",
  ),
);

/** What an error of a blob store means: no room, or no way to it. Null for any other error, which is a bug. */
export function blobProblemOf(error: unknown): BlobStoreProblem | null {
  if (error instanceof BlobStoreProblem) return error;
  const code = String(errorCode(error) ?? "");
  if (full.has(code)) return new BlobStoreProblem("full", `The blob store is full (${code}).`, { cause: error });
  if (!unreachable.has(code)) return null;
  return new BlobStoreProblem("unreachable", `The blob store cannot be reached or written (${code}).`, {
    cause: error,
  });
}
