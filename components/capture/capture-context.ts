"use client";

import { createContext, useContext } from "react";
import type { QuotedPassage } from "#lib/domain/capture-views.ts";
import type { Span } from "#lib/domain/span.ts";

/** A passage as it is drawn. Its id is that of its evidence. */
export type DrawnPassage = Span & { readonly id: string; readonly quoted: QuotedPassage; readonly lane: number };

export type ReadCapture = {
  readonly text: string;
  readonly touching: (range: Span) => readonly DrawnPassage[];
  /** The evidence that the reader came from. */
  readonly evidenceId: string | null;
};

/** Its value never changes while a copy is shown. */
export const CaptureContext = createContext<ReadCapture>({ text: "", touching: () => [], evidenceId: null });

export function useCapture(): ReadCapture {
  return useContext(CaptureContext);
}
