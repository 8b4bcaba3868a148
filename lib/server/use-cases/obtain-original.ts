import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { StageImport } from "#lib/schemas/import.ts";
import type { Context } from "#lib/server/context.ts";
import { fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";

/** How bytes came here, in words that are kept with them. */
export const ways = {
  paste: "pasted",
  file: "uploaded",
  address: "fetched",
  page: "sent from a browser",
} as const;

/**
 * A document before it is read. `mediaType` is the HTTP header's value or what the browser said, `address` where it came
 * from, "" where it came from nowhere; `plain` are the pasted characters beside pasted HTML.
 */
export type Brought = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  readonly address: string;
  readonly obtainedBy: (typeof ways)[keyof typeof ways];
  readonly plain?: string;
};

/** The bytes of what somebody pasted, uploaded, sent or named by its address, exactly as they came. */
export async function obtainOriginal(
  context: Context,
  input: Exclude<StageImport, { way: "edit" }>,
): Promise<Outcome<Brought>> {
  const obtainedBy = ways[input.way];
  switch (input.way) {
    case "paste": {
      const { text, html } = input;
      if (html.trim() === "") return ok({ ...nowhere, obtainedBy, bytes: utf8(text), mediaType: "text/plain" });
      return ok({ ...nowhere, obtainedBy, bytes: utf8(html), mediaType: "text/html", plain: text });
    }
    case "file": {
      const { bytes, fileName, contentType: mediaType } = input;
      return ok({ bytes, mediaType, fileName, address: "", obtainedBy });
    }
    case "address": {
      const page = await guardedFetch(input.address, context.fetchPolicy);
      if (!page.ok) return invalid({ address: fetchProblemSentence(page.error) });
      const { bytes, contentType: mediaType, finalAddress: address } = page.value;
      return ok({ bytes, mediaType, fileName: "", address, obtainedBy });
    }
    case "page": {
      const mediaType = "text/html; charset=utf-8";
      return ok({ bytes: utf8(input.html), mediaType, fileName: "", address: input.address, obtainedBy });
    }
  }
}

const nowhere = { fileName: "", address: "" };

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
