"use client";

import { useEffect, useState } from "react";

const patience = 4_000;

export type Link = "up" | "down" | "crowded" | "ended";

/** One quiet line while changes of others do not arrive; not for breaks that pass by themselves. */
export function ConnectionLine({ link }: { link: Link }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (link === "up") return setShown(false);
    const timer = setTimeout(() => setShown(true), link === "down" ? patience : 0);
    return () => clearTimeout(timer);
  }, [link]);
  return (
    <div role="status" className="offline">
      {shown && link !== "up" ? <p>{words[link]}</p> : null}
    </div>
  );
}

const words: Readonly<Record<Exclude<Link, "up">, string>> = {
  down: "No connection. Changes of others come when it is back.",
  crowded:
    "Too many pages are open at once. Changes of others come here again in a minute; close some to have them sooner.",
  ended: "You were signed out. Sign in again in another tab; what you typed here is kept.",
};
