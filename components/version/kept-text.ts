"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** The text being edited as the tab keeps it, and the version that the editing began with. */
type Kept = { readonly number: number; readonly text: string };

type Options = { readonly articleId: string; readonly number: number; readonly original: string };

type KeptText = {
  readonly status: "none" | "kept" | "full";
  /** The number of the version that the words in the field began from, whatever version came since. */
  readonly began: number;
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
  const [began, setBegan] = useState(number);
  const beganFrom = useRef(number);
  const begin = useCallback((from: number) => {
    beganFrom.current = from;
    setBegan(from);
  }, []);

  const write = useCallback(
    (element: HTMLTextAreaElement) => {
      clearTimeout(timer.current);
      timer.current = undefined;
      const text = element.value;
      if (text === original) {
        sessionStorage.removeItem(place);
        begin(number);
        setStatus("none");
        return;
      }
      try {
        sessionStorage.setItem(place, `${beganFrom.current}\n${text}`);
        setStatus("kept");
      } catch {
        // The tab has no more room: the words stay in the field, and whoever types is told.
        setStatus("full");
      }
    },
    [begin, place, number, original],
  );

  const touch = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => field.current !== null && write(field.current), pause);
  }, [field, write]);

  const put = useCallback(
    (words: Kept) => {
      if (field.current === null) return;
      field.current.value = words.text;
      setOlder(null);
      begin(words.number);
      write(field.current);
    },
    [begin, field, write],
  );

  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const kept = read(place);
    if (kept?.number === number) put(kept);
    else if (kept?.text !== element.value) setOlder(kept);
    if (element.value === original) begin(number);
    // The element outlives its ref, which is empty by the time that this effect is undone.
    const leave = () => {
      if (timer.current !== undefined) write(element);
    };
    const { form } = element;
    window.addEventListener("pagehide", leave);
    form?.addEventListener("submit", leave);
    return () => {
      leave();
      window.removeEventListener("pagehide", leave);
      form?.removeEventListener("submit", leave);
    };
  }, [begin, field, place, number, original, put, write]);

  return {
    status,
    began,
    older,
    touch,
    takeOlder: () => older !== null && put(older),
    reset: () => put({ number, text: original }),
  };
}

function read(place: string): Kept | null {
  const line = sessionStorage.getItem(place);
  const end = line?.indexOf("\n") ?? -1;
  if (line === null || end === -1) return null;
  return { number: Number(line.slice(0, end)), text: line.slice(end + 1) };
}
