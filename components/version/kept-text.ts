"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** The text being edited as the tab keeps it, and the version that the editing began with. */
type Kept = { readonly number: number; readonly text: string };

type Options = { readonly articleId: string; readonly number: number; readonly original: string };

type KeptText = {
  readonly status: "none" | "kept" | "full";
  /** Words that were kept while an older version was the newest; they wait until somebody asks for them. */
  readonly older: Kept | null;
  readonly touch: () => void;
  readonly takeOlder: () => void;
  /** Back to the frozen text. */
  readonly reset: () => void;
};

const pause = 800;

function placeOf(articleId: string): string {
  return `text of ${articleId}`;
}

/** Forgets the edited text of an article: it is frozen now. */
export function forgetKeptText(articleId: string): void {
  sessionStorage.removeItem(placeOf(articleId));
}

/**
 * Keeps one long field in the tab's session storage, half a million characters and more: written after a pause and when
 * the page is left, never at each key, and as it is, without JSON around it.
 */
export function useKeptText(field: RefObject<HTMLTextAreaElement | null>, options: Options): KeptText {
  const { articleId, number, original } = options;
  const place = placeOf(articleId);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [status, setStatus] = useState<KeptText["status"]>("none");
  const [older, setOlder] = useState<Kept | null>(null);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const text = field.current?.value;
    if (text === undefined) return;
    if (text === original) {
      sessionStorage.removeItem(place);
      setStatus("none");
      return;
    }
    try {
      sessionStorage.setItem(place, `${number}\n${text}`);
      setStatus("kept");
    } catch {
      // The tab has no more room: the words stay in the field, and whoever types is told.
      setStatus("full");
    }
  }, [field, place, number, original]);

  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(write, pause);
  }, [write]);

  const put = useCallback(
    (text: string) => {
      if (field.current === null) return;
      field.current.value = text;
      setOlder(null);
      write();
    },
    [field, write],
  );

  useEffect(() => {
    const kept = read(place);
    if (kept !== null && kept.number === number) put(kept.text);
    else setOlder(kept);
    const leave = () => {
      if (timer.current !== undefined) write();
    };
    window.addEventListener("pagehide", leave);
    return () => {
      leave();
      window.removeEventListener("pagehide", leave);
    };
  }, [place, number, put, write]);

  return {
    status,
    older,
    touch,
    takeOlder: () => older !== null && put(older.text),
    reset: () => put(original),
  };
}

function read(place: string): Kept | null {
  const line = sessionStorage.getItem(place);
  const end = line?.indexOf("\n") ?? -1;
  if (line === null || end === -1) return null;
  return { number: Number(line.slice(0, end)), text: line.slice(end + 1) };
}
