import { createHash } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { WARCRecord, WARCSerializer } from "warcio";

type Headers = readonly (readonly [name: string, value: string])[];

/** A kept copy, as it is written down. `address` is the one that answered; "" for an uploaded file. */
export type WarcCapture = {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly requested: string;
  readonly address: string;
  readonly status: number | null;
  readonly headers: Headers;
  readonly redirects: readonly { readonly address: string; readonly status: number; readonly headers: Headers }[];
  readonly obtainedBy: string;
  readonly obtainedAt: Date;
  readonly sourceTitle: string;
};

/**
 * A capture as a WARC 1.1 file (ISO 28500:2017): the request and the response of each redirect and of the page, or a
 * `resource` for a file that somebody brought, and a `metadata` record with our id and digest. The same capture makes
 * the same bytes. Payloads are decompressed, so headers of how they travelled are kept under `X-Stet-Original-…`.
 */
export async function writeWarc(capture: WarcCapture): Promise<Uint8Array> {
  const at = { date: capture.obtainedAt.toISOString(), seed: capture.id };
  const main = capture.status === null ? [resource(capture, at)] : answers(capture, at);
  const [target] = main.slice(-1);
  const targetId = target?.warcHeader("WARC-Record-ID") ?? "";
  const records = [information(capture, at), ...main, metadata(capture, { ...at, targetId })];
  const parts: Uint8Array[] = [];
  for (const record of records) parts.push(await WARCSerializer.serialize(record));
  return Buffer.concat(parts);
}

type Moment = { readonly date: string; readonly seed: string };

function information(capture: WarcCapture, { date, seed }: Moment): WARCRecord {
  const filename = `stet-${capture.id}.warc`;
  return WARCRecord.createWARCInfo(
    { warcVersion: "WARC/1.1", date, filename, warcHeaders: recordId(seed, "warcinfo") },
    { software: "Stet", format: "WARC File Format 1.1" },
  );
}

function answers(capture: WarcCapture, at: Moment): WARCRecord[] {
  const { address, status, headers, bytes } = capture;
  const last = { address, status: status ?? 200, headers };
  return [...capture.redirects, last].flatMap((answer, index, all) => {
    const isLast = index === all.length - 1;
    return exchange({ ...answer, bytes: isLast ? bytes : new Uint8Array() }, { ...at, seed: `${at.seed} ${index}` });
  });
}

type Answer = {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

/** The request is told as Stet sends it, without what depends on the connection. */
function exchange({ address, status, headers, bytes }: Answer, { date, seed }: Moment): [WARCRecord, WARCRecord] {
  const version = { url: address, date, warcVersion: "WARC/1.1" } as const;
  const response = recordId(seed, "response");
  const { host, pathname, search } = new URL(address);
  return [
    WARCRecord.create({
      ...version,
      type: "request",
      warcHeaders: { ...recordId(seed, "request"), "WARC-Concurrent-To": response["WARC-Record-ID"] },
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: [["Host", host]],
    }),
    WARCRecord.create(
      {
        ...version,
        type: "response",
        warcHeaders: response,
        statusline: `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Unknown"}`,
        httpHeaders: arrived(headers, bytes.byteLength),
      },
      [bytes],
    ),
  ];
}

const ofTheWay = new Set(["content-encoding", "transfer-encoding", "content-length"]);

function arrived(headers: Headers, length: number): [string, string][] {
  const kept = headers.map(([name, value]): [string, string] => {
    return [ofTheWay.has(name.toLowerCase()) ? `X-Stet-Original-${name}` : name, asWritten(value)];
  });
  return [...kept, ["Content-Length", String(length)]];
}

/** Header values come a byte a character; most that are not ASCII were meant as UTF-8. */
function asWritten(value: string): string {
  const utf8 = Buffer.from(value, "latin1").toString("utf8");
  return (utf8.includes("\uFFFD") ? value : utf8).replace(/[\r\n\0]+/g, " ");
}

function resource(capture: WarcCapture, { date, seed }: Moment): WARCRecord {
  const type = asWritten(capture.mediaType) || "application/octet-stream";
  const warcHeaders = { ...recordId(seed, "resource"), "Content-Type": type };
  const url = `urn:sha256:${capture.sha256}`;
  return WARCRecord.create({ url, date, type: "resource", warcVersion: "WARC/1.1", warcHeaders }, [capture.bytes]);
}

function metadata(capture: WarcCapture, { date, seed, targetId }: Moment & { readonly targetId: string }): WARCRecord {
  const fields = [
    ["stet-capture", capture.id],
    ["stet-source", capture.sourceTitle],
    ["stet-obtained-by", capture.obtainedBy],
    ["stet-requested", capture.requested],
    ["stet-file-name", capture.fileName],
    ["stet-payload-sha256", capture.sha256],
  ];
  const lines = fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${oneLine(value ?? "")}\r\n`);
  const warcHeaders = {
    ...recordId(seed, "metadata"),
    "Content-Type": "application/warc-fields",
    "WARC-Concurrent-To": targetId,
  };
  const url = capture.address === "" ? `urn:sha256:${capture.sha256}` : capture.address;
  return WARCRecord.create({ url, date, type: "metadata", warcVersion: "WARC/1.1", warcHeaders }, [
    new TextEncoder().encode(lines.join("")),
  ]);
}

function oneLine(value: string): string {
  return value.replace(/\s+/gu, " ").trim();
}

/** A record id that follows from what it names (as UUID version 8), so that writing twice writes the same. */
function recordId(seed: string, kind: string): { "WARC-Record-ID": string } {
  const hex = createHash("sha256").update(`stet warc ${seed} ${kind}`).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return { "WARC-Record-ID": `<urn:uuid:${parts.join("-")}>` };
}
