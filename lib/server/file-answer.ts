import "server-only";
import { problem } from "#lib/server/route.ts";

/** Bytes to be downloaded, or why the store does not have them any more. */
type Kept = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array | "missing" | "damaged" | "unreachable";
};

/**
 * Kept bytes as a file to keep: whatever they hold, no browser opens them here. `what` begins a sentence, such as "The
 * original". What is not there as it was kept is a problem and never a file.
 */
export function fileAnswer({ bytes, ...file }: Kept, what: string): Response {
  switch (bytes) {
    case "missing":
      return problem(410, `${what} is not in the store any more. Ask an administrator to restore it.`);
    case "damaged":
      return problem(409, `${what} was damaged in the store and is not given out. Ask an administrator to restore it.`);
    case "unreachable":
      return problem(503, `${what} cannot be read now: the store does not answer. Try again later.`);
    default:
      return new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": "application/octet-stream",
          "content-disposition": `attachment; ${nameOf(file)}`,
          "content-security-policy": "sandbox; default-src 'none'",
          "x-content-type-options": "nosniff",
          "cache-control": "private, no-store",
          "repr-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
        },
      });
  }
}

/** The file's own name without signs that turn the order of its letters, plain ASCII with its own letters beside it (RFC 6266, RFC 8187); else one made of its digest. */
function nameOf({ fileName, mediaType, sha256 }: Omit<Kept, "bytes">): string {
  const name =
    fileName
      .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")
      .replace(/[/\\]/g, "-")
      .replace(/^\.+/, "") || `original-${sha256.slice(0, 12)}.${ending(mediaType)}`;
  const plain = name.normalize("NFKD").replace(/[^A-Za-z0-9._ -]+/g, "") || "original";
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape8187)}`;
}

function ending(mediaType: string): string {
  if (/html/i.test(mediaType)) return "html";
  const known = /^(?:image\/(?:png|jpeg|gif|webp|avif)|application\/(?:pdf|json|zip))\b/i.exec(mediaType)?.[0];
  return known?.split("/")[1]?.toLowerCase() ?? (/^text\//i.test(mediaType) ? "txt" : "bin");
}

function escape8187(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
