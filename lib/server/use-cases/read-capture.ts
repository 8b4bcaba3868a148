import "server-only";
import { createHash } from "node:crypto";
import type { ComposedText } from "#lib/domain/text.ts";
import { composeText } from "#lib/domain/text.ts";
import { captureBlocks } from "#lib/formats/capture/capture-blocks.ts";
import { unreadSentence } from "#lib/formats/capture/unread-sentence.ts";
import { readApart } from "#lib/server/reading-threads.ts";

/** `mediaType` is the HTTP header's value or what a browser said; `address` and `fileName` are "" where there is none. */
export type Readable = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly address: string;
  readonly fileName: string;
};

/**
 * What a copy says. `textDigest` is the SHA-256 of the text's UTF-8 in lower-case hex, "" where nothing could be read;
 * `unread` says why then.
 */
export type CaptureReading = ComposedText & {
  readonly title: string;
  readonly format: string;
  readonly textDigest: string;
  readonly unread: string;
};

/** Reads bytes as a copy, the same way however often: a later look compares what it finds with this. */
export async function readCapture({ bytes, mediaType, address, fileName }: Readable): Promise<CaptureReading> {
  const names = { fileName, contentType: mediaType, ...(address === "" ? {} : { address }) };
  const read = await readApart({ bytes, ...names });
  if (!read.ok) return unread(unreadSentence(read.error));
  const { text, blocks } = composeText(captureBlocks(read.value));
  if (text === "") return unread(unreadSentence({ kind: "nothing-readable" }));
  const textDigest = createHash("sha256").update(text, "utf8").digest("hex");
  const title = (read.value.metadata.title?.value ?? "").replaceAll("\0", "").slice(0, 500).toWellFormed();
  return { text, blocks, textDigest, title, format: read.value.format, unread: "" };
}

function unread(sentence: string): CaptureReading {
  return { text: "", blocks: [], title: "", format: "", textDigest: "", unread: sentence };
}
