import type { Block } from "#lib/domain/block.ts";
import type { Stance } from "#lib/domain/evidence.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { Snippet } from "#lib/domain/full-text.ts";
import type { MemberView } from "#lib/domain/member-view.ts";

/** How the bytes of a capture came here, in words that are kept with it. */
export type CaptureWay = "fetched" | "uploaded" | "sent from a browser";

export const assetKinds = ["screenshot", "pdf", "wayback"] as const;
export type AssetKind = (typeof assetKinds)[number];

/** Made beside a capture. `address` only where a copy lies elsewhere (`wayback`). */
export type AssetView = { readonly id: string; readonly kind: AssetKind; readonly address: string };

/** One kept copy of a source, as a line of a list. `sha256` is that of the bytes, in lower-case hex. */
export type CaptureView = {
  readonly id: string;
  readonly sourceId: string;
  readonly title: string;
  /** The address that answered; "" for a file. */
  readonly address: string;
  readonly fileName: string;
  readonly obtainedBy: string;
  readonly obtainedAt: string;
  /** Null when a job did it. */
  readonly by: MemberView | null;
  readonly sha256: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** Whether words can be selected in it; otherwise `unread` says why not. */
  readonly hasText: boolean;
  readonly unread: string;
  readonly assets: readonly AssetView[];
};

/** Words of a capture that evidence relies on: `[start, end)` in its text, UTF-16 code units. */
export type QuotedPassage = {
  readonly evidenceId: string;
  readonly claimId: string;
  readonly articleId: string;
  readonly claimNumber: number;
  readonly stance: Stance;
  readonly start: number;
  readonly end: number;
};

/** A kept copy, opened to be read. */
export type CapturePageView = CaptureView & {
  readonly source: SourceView;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Whether the bytes in the store are still those that were kept. */
  readonly bytes: "whole" | "damaged" | "missing" | "unreachable";
  /** At most 500, in the order of the text. */
  readonly quoted: readonly QuotedPassage[];
  /** The newest copy of the same address, when this one is not it. */
  readonly newer: { readonly id: string; readonly obtainedAt: string } | null;
  /** The redirects that led to it. */
  readonly redirects: readonly string[];
  readonly status: number | null;
  readonly mayQuote: boolean;
};

/** A copy that holds the words somebody looked for, with some of its words around them. */
export type FoundCapture = { readonly capture: CaptureView; readonly snippet: Snippet };

/** One page of a search; `next` is the number of the page after it, null after the last. */
export type FoundCaptures = { readonly found: readonly FoundCapture[]; readonly next: number | null };
