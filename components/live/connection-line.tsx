"use client";

import { useEffect, useState } from "react";

const patience = 4_000;

/** One quiet line while changes of others do not arrive; not for breaks that pass by themselves. */
export function ConnectionLine({ link }: { link: "up" | "down" | "ended" }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (link === "up") return setShown(false);
    const timer = setTimeout(() => setShown(true), link === "ended" ? 0 : patience);
    return () => clearTimeout(timer);
  }, [link]);
  return (
    <div role="status" className="offline">
      {shown ? <p>{link === "ended" ? ended : down}</p> : null}
    </div>
  );
}

const down = "No connection. Changes of others come when it is back.";
const ended = "You were signed out. Sign in again in another tab; what you typed here is kept.";
