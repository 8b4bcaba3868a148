import { useEffect, useRef } from "react";
import { uuidv7 } from "uuidv7";
import { isAttended } from "#components/live/attended.ts";
import { type Place, placeOfPath } from "#lib/domain/live.ts";

/** As the server forgets a page after 45 seconds. */
const every = 20_000;
const attendedFor = 600_000;

/** Says which article or claim this page shows, as long as somebody looks at it, and that it is gone. */
export function usePresence(path: string, isOn: boolean): void {
  const tab = useRef("");
  useEffect(() => {
    if (!isOn) return;
    tab.current ||= uuidv7();
    const place = placeOfPath(path);
    if (place.articleId === null && place.claimId === null) return;
    const id = tab.current;
    let told = false;
    const beat = () => {
      if (!isAttended(attendedFor)) return;
      told = true;
      say({ id, ...place });
    };
    const leave = () => {
      if (told) say({ id, gone: true });
      told = false;
    };
    const seen = () => {
      if (document.visibilityState === "visible") beat();
    };
    beat();
    const timer = setInterval(beat, every);
    window.addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", seen);
      leave();
    };
  }, [path, isOn]);
}

function say(page: { readonly id: string } & (Place | { readonly gone: true })): void {
  fetch("/api/v1/presence", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(page),
    keepalive: true,
    // Presence is said again in twenty seconds, and lapses by itself.
  }).catch(() => {});
}
