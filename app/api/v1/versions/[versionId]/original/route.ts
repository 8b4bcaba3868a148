import { identifier } from "#lib/schemas/text.ts";
import { type OriginalFile, original } from "#lib/server/queries/original.ts";
import { failed, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

type Path = { params: Promise<{ versionId: string }> };

/** What a version was read from, byte for byte, as a file to keep. Whatever it holds, no browser opens it here. */
export function GET(_: Request, { params }: Path): Promise<Response> {
  return guarded("original", async () => download((await params).versionId));
}

async function download(versionId: string): Promise<Response> {
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const id = identifier.safeParse(versionId);
  if (!id.success) return problem(404, "There is no such version.");
  const file = await original(session.context, id.data);
  if (!file.ok) return failed(file.error);
  const { bytes, sha256 } = file.value;
  if (bytes === "missing")
    return problem(404, "The original is not in the folder of originals. Ask an administrator to restore it.");
  if (bytes === "damaged")
    return problem(500, "The original was damaged on disk and is not given out. Ask an administrator to restore it.");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; ${nameOf(file.value)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "repr-digest": `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`,
    },
  });
}

/** The file's own name, plain ASCII with its own letters beside it (RFC 6266, RFC 8187); else one made of its digest. */
function nameOf({ fileName, mediaType, sha256 }: OriginalFile): string {
  const ending = /html/i.test(mediaType) ? "html" : /^text\//i.test(mediaType) ? "txt" : "bin";
  const name = fileName.replace(/[/\\]/g, "-").replace(/^\.+/, "") || `original-${sha256.slice(0, 12)}.${ending}`;
  const plain = name.normalize("NFKD").replace(/[^A-Za-z0-9._ -]+/g, "") || "original";
  return `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape8187)}`;
}

function escape8187(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
