/** A part of a message: its header fields (names in lower case, the first of each, unfolded), and its body as it came. */
export type MessagePart = { readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array };

const most = { depth: 8, parts: 2_000, headerBytes: 65_536 } as const;

/** The leaves of a MIME message (RFC 2045, 2046) in order. Whatever the bytes are, it has at least one. */
export function messageParts(bytes: Uint8Array): { readonly root: MessagePart; readonly leaves: MessagePart[] } {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blank = /^\s+/.exec(source.toString("latin1", 0, 1_000))?.[0].length ?? 0;
  const root = partOf(source.subarray(blank));
  const leaves: MessagePart[] = [];
  gather(root, { leaves, depth: 0 });
  return { root, leaves };
}

/** A parameter of a structured field, such as the charset of a content type. */
export function parameterOf(field: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{0,500})"|([^\\s;"]{1,500}))`, "i").exec(field);
  return found?.[1] ?? found?.[2] ?? null;
}

export function contentTypeOf(part: MessagePart): string {
  return part.headers.get("content-type") ?? "text/plain";
}

function gather(part: MessagePart, found: { readonly leaves: MessagePart[]; readonly depth: number }): void {
  const type = contentTypeOf(part);
  const boundary = /^\s*multipart\//i.test(type) ? parameterOf(type, "boundary") : null;
  if (boundary === null || boundary === "" || found.depth >= most.depth) {
    if (found.leaves.length < most.parts) found.leaves.push(part);
    return;
  }
  for (const piece of piecesBetween(part.body, boundary)) {
    if (found.leaves.length >= most.parts) return;
    gather(partOf(piece), { leaves: found.leaves, depth: found.depth + 1 });
  }
}

function partOf(source: Uint8Array): MessagePart {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  const head = bytes.toString("latin1", 0, most.headerBytes);
  const empty = /^\r?\n|\r?\n[ \t]*\r?\n/.exec(head);
  const end = empty === null ? head.length : empty.index + empty[0].length;
  const fields = bytes.toString("utf8", 0, end);
  const headers = new Map<string, string>();
  for (const line of fields.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: bytes.subarray(end) };
}

/** Between lines of "--boundary", without the line break that belongs to the next such line. */
function* piecesBetween(body: Uint8Array, boundary: string): Generator<Uint8Array> {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = `--${boundary}`;
  const isBoundary = (at: number) =>
    (at === 0 || bytes[at - 1] === 0x0a) &&
    /^(?:--)?[ \t]*(?:\r?\n|$)/.test(bytes.toString("latin1", at + mark.length, at + mark.length + 80));
  let start: number | null = null;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length)) {
    if (!isBoundary(at)) continue;
    if (start !== null) yield bytes.subarray(start, Math.max(start, at - (bytes[at - 2] === 0x0d ? 2 : 1)));
    if (bytes.toString("latin1", at + mark.length, at + mark.length + 2) === "--") return;
    const line = bytes.indexOf(0x0a, at);
    start = line === -1 ? bytes.byteLength : line + 1;
  }
  if (start !== null) yield bytes.subarray(start);
}

/** The body without its transfer encoding. */
export function bodyOf({ headers, body }: MessagePart): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  switch (headers.get("content-transfer-encoding")?.toLowerCase()) {
    case "base64":
      return Buffer.from(bytes.toString("latin1"), "base64");
    case "quoted-printable": {
      const text = bytes
        .toString("latin1")
        .replace(/[ \t]+(?=\r?\n)/g, "")
        .replace(/=\r?\n/g, "");
      const octets = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
      return Buffer.from(octets, "latin1");
    }
    default:
      return body;
  }
}
