import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { type WARCRecord, WARCStreamTransform } from "node-warc";
import { describe, expect, test } from "vitest";
import { WARCParser } from "warcio";
import { type WarcCapture, writeWarc } from "#lib/formats/warc/write-warc.ts";

const page = Buffer.from("<!doctype html>\r\n<title>Größe</title>\n\n<p>Two boats.</p>");
const fetched: WarcCapture = {
  id: "0198f2c3-0000-7000-8000-000000000001",
  bytes: page,
  sha256: createHash("sha256").update(page).digest("hex"),
  mediaType: "text/html; charset=utf-8",
  fileName: "",
  requested: "http://harbour.example/old?x=1",
  address: "http://harbour.example/accounts/%C3%BC",
  status: 200,
  headers: [
    ["Content-Type", "text/html; charset=utf-8"],
    ["Content-Encoding", "gzip"],
    ["Content-Length", "17"],
    ["Set-Cookie", "a=b"],
    ["Set-Cookie", "c=d"],
    ["X-Title", Buffer.from("Größe").toString("latin1")],
  ],
  redirects: [{ address: "http://harbour.example/old?x=1", status: 301, headers: [["Location", "/accounts/%C3%BC"]] }],
  obtainedBy: "fetched",
  obtainedAt: new Date("2026-11-23T08:00:00.123Z"),
  sourceTitle: "Annual\r\naccounts",
};

async function byWarcio(file: Uint8Array) {
  const records = [];
  for await (const record of WARCParser.iterRecords([file])) {
    const payload = await record.readFully(false);
    records.push({ record, type: record.warcType, payload: Buffer.from(payload) });
  }
  return records;
}

/** It says twice that it is done, which today's Node takes for an error; and it takes an empty line for the record's end, whose last line it gives with the content. */
class OtherReader extends WARCStreamTransform {
  override _flush(done: () => void): void {
    let isDone = false;
    super._flush(() => {
      if (!isDone) done();
      isDone = true;
    });
  }
}

async function byNodeWarc(file: Uint8Array): Promise<WARCRecord[]> {
  const records: WARCRecord[] = [];
  for await (const record of Readable.from([Buffer.from(file)]).pipe(new OtherReader())) records.push(record);
  return records;
}

describe("a fetched page as a WARC file", () => {
  test("is read back by the library that wrote it: every record, its payload and its digest", async () => {
    const records = await byWarcio(await writeWarc(fetched));
    const types = ["warcinfo", "request", "response", "request", "response", "metadata"];
    expect(records.map(({ type }) => type)).toEqual(types);
    const [, , moved, , last, about] = records;
    expect(moved?.record.httpHeaders?.statusCode).toBe(301);
    expect(moved?.record.httpHeaders?.headers.get("Location")).toBe("/accounts/%C3%BC");
    expect(last?.record.warcTargetURI).toBe(fetched.address);
    expect(last?.record.warcDate).toBe("2026-11-23T08:00:00.123Z");
    expect(last?.record.httpHeaders?.statusCode).toBe(200);
    expect(last?.payload.equals(page)).toBe(true);
    expect(last?.record.warcPayloadDigest).toBe(`sha256:${fetched.sha256}`);
    expect(about?.payload.toString()).toContain(`stet-payload-sha256: ${fetched.sha256}\r\n`);
    expect(about?.payload.toString()).toContain("stet-source: Annual accounts\r\n");
    expect(about?.record.warcHeader("WARC-Concurrent-To")).toBe(last?.record.warcHeader("WARC-Record-ID"));
  });

  test("is read by another reader: status, headers and bytes", async () => {
    const records = await byNodeWarc(await writeWarc(fetched));
    expect(records.map((record) => record.warcType)).toEqual([
      "warcinfo",
      "request",
      "response",
      "request",
      "response",
      "metadata",
    ]);
    const last = records[4];
    expect(last?.warcTargetURI).toBe(fetched.address);
    expect(last?.httpInfo).toMatchObject({ statusCode: "200" });
    const headers = new Map(Object.entries(last?.httpInfo?.headers ?? {}));
    expect(headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(headers.get("X-Stet-Original-Content-Encoding")).toBe("gzip");
    expect(headers.get("X-Stet-Original-Content-Length")).toBe("17");
    expect(headers.get("Content-Length")).toBe(String(page.byteLength));
    expect(headers.has("Content-Encoding")).toBe(false);
    expect(headers.get("X-Title")).toBe("Größe");
    const content = Buffer.from(last?.content ?? "");
    expect(content.subarray(0, Number(headers.get("Content-Length"))).equals(page)).toBe(true);
    expect(content.subarray(page.byteLength).toString()).toBe("\r\n");
    expect(last?.warcPayloadDigest).toBe(`sha256:${fetched.sha256}`);
  });

  test("is the same file however often it is written, and another one for another capture", async () => {
    const once = Buffer.from(await writeWarc(fetched));
    expect(once.equals(Buffer.from(await writeWarc({ ...fetched })))).toBe(true);
    const other = { ...fetched, id: "0198f2c3-0000-7000-8000-000000000002" };
    expect(once.equals(Buffer.from(await writeWarc(other)))).toBe(false);
  });

  test("keeps no header from ending its line", async () => {
    const headers: WarcCapture["headers"] = [["X-A", "1\r\nX-Evil: 2"]];
    const records = await byWarcio(await writeWarc({ ...fetched, headers }));
    expect(records.at(-2)?.record.httpHeaders?.headers.has("X-Evil")).toBe(false);
    expect(records).toHaveLength(6);
  });

  test("holds a page that reads like a record itself", async () => {
    const bytes = Buffer.from("\r\n\r\nWARC/1.1\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n");
    const records = await byWarcio(await writeWarc({ ...fetched, bytes }));
    expect(records).toHaveLength(6);
    expect(records[4]?.payload.equals(bytes)).toBe(true);
  });
});

test("an uploaded file is a resource, byte for byte", async () => {
  const bytes = randomBytes(70_000);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const nowhere = { requested: "", address: "", status: null, headers: [], redirects: [], obtainedBy: "uploaded" };
  const file = await writeWarc({
    ...fetched,
    ...nowhere,
    bytes,
    sha256,
    mediaType: "image/png",
    fileName: "Größe.png",
  });
  const records = await byWarcio(file);
  expect(records.map(({ type }) => type)).toEqual(["warcinfo", "resource", "metadata"]);
  expect(records[1]?.payload.equals(bytes)).toBe(true);
  expect(records[1]?.record.warcContentType).toBe("image/png");
  expect(records[1]?.record.warcPayloadDigest).toBe(`sha256:${sha256}`);
  const others = await byNodeWarc(file);
  expect(others.map((record) => record.warcType)).toEqual(["warcinfo", "resource", "metadata"]);
});
