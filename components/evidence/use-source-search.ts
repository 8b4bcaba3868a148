"use client";

import { useEffect, useState } from "react";
import type { SourceView } from "#lib/domain/evidence-views.ts";

export type FindSources = (query: string) => Promise<readonly SourceView[]>;

const pause = 200;

/** Sources that match a query of two characters or more, 200 ms after the last keystroke; an older answer never wins. */
export function useSourceSearch(query: string, find: FindSources): readonly SourceView[] {
  const [found, setFound] = useState<readonly SourceView[]>([]);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted.length < 2) {
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
