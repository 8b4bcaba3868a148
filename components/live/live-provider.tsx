"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { isAttended, watchTouches } from "#components/live/attended.ts";
import { ConnectionLine, type Link } from "#components/live/connection-line.tsx";
import type { Line } from "#components/live/event-source.ts";
import { LiveContext } from "#components/live/live-context.ts";
import { hearTogether } from "#components/live/one-stream.ts";
import { usePresence } from "#components/live/use-presence.ts";
import { useRefresh } from "#components/live/use-refresh.ts";
import { type Here, type LiveEvent, readHere, readLiveEvent, touches } from "#lib/domain/live.ts";

type Props = {
  /** Where the record stood when this page was drawn; null for somebody who has no stream. */
  start: string | null;
  meId: string;
  children: ReactNode;
};

/** Whoever changed something within this time on this page has its answer already, in milliseconds. */
const ownAnswer = 5_000;
const mostMissed = 100;

/** Keeps every page of the desk as it stands on the server, without a reload, and knows who else is there. */
export function LiveProvider({ start, meId, children }: Props) {
  const path = usePathname();
  const [here, setHere] = useState<readonly Here[]>([]);
  const [link, setLink] = useState<Link>("up");
  const live = useRef<{ readonly path: string; missed: readonly LiveEvent[] }>({ path, missed: [] });
  const { soon, later } = useRefresh();
  const first = useRef(start);

  useEffect(() => {
    // A page that was fetched before a change and shown after it, or kept by the browser, shows what stood before.
    const { missed } = live.current;
    live.current = { path, missed: [] };
    if (missed.some((event) => touches(path, event))) soon();
  }, [path, soon]);

  useEffect(() => {
    if (first.current === null) return;
    watchTouches();
    const change = (event: LiveEvent) => {
      const { current } = live;
      if (!touches(current.path, event)) {
        current.missed = [...current.missed, event].slice(-mostMissed);
        later();
      } else if (event.actorId === meId && document.hasFocus() && isAttended(ownAnswer)) {
        later();
      } else {
        soon();
      }
    };
    const hear = ({ type, data }: Line) => {
      switch (type) {
        case "change": {
          const event = readLiveEvent(data);
          return event === null ? undefined : change(event);
        }
        case "reset":
          return soon();
        case "presence":
          return setHere(readHere(data));
        case "end":
          return setLink("ended");
        // Only a stream that was let in says hello: until then nobody is signed in again.
        case "hello":
          return setLink("up");
        case "up":
        case "down":
        case "crowded":
          return setLink((before) => (before === "ended" ? before : type));
      }
    };
    return hearTogether({ name: `stet-live-${meId}`, cursor: first.current, hear });
  }, [meId, soon, later]);

  usePresence(path, start !== null);
  const value = useMemo(() => ({ here, meId }), [here, meId]);
  return (
    <LiveContext value={value}>
      {children}
      <ConnectionLine link={link} />
    </LiveContext>
  );
}
