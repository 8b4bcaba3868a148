"use client";

import { useEffect, useState } from "react";
import type { SourceView } from "#lib/domain/evidence-views.ts";

/** A source to choose; when the desk last used it is shown where it is known. */
export type OfferedSource = SourceView & { readonly lastUsedAt?: string | null };
export type FindSources = (query: string) => Promise<readonly OfferedSource[]>;

const pause = 150;

/** Sources that match what is typed, 150 ms after the last keystroke; an older answer never wins. */
export function useSourceSearch(query: string, find: FindSources): readonly OfferedSource[] {
  const [found, setFound] = useState<readonly OfferedSource[]>([]);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === "") {
      setFound([]);
      return;
    }
    let current = true;
    const search = async () => {
      try {
        const sources = await find(wanted);
        if (current) setFound(sources.slice(0, 8));
      } catch {
        // Without the suggestions a new source can still be written; the form itself says when the network is down.
        if (current) setFound([]);
      }
    };
    const timer = setTimeout(() => void search(), pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, find]);
  return found;
}
