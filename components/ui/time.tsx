"use client";

import { useSyncExternalStore } from "react";

const months = "January February March April May June July August September October November December".split(" ");

const neverChanges = () => () => undefined;

/** False on the server and while hydrating, then true: what depends on the reader's clock waits for it. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}

/** A day, a month or a year (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`) in words, the same for every reader: "6 May 2026". */
export function Day({ iso }: { iso: string }) {
  const [year = "", month, day] = iso.slice(0, 10).split("-");
  const words = [day === undefined ? "" : String(Number(day)), months[Number(month) - 1] ?? "", year];
  return (
    <time dateTime={iso} dir="auto">
      {words.filter((word) => word !== "").join(" ")}
    </time>
  );
}

/** The day (`YYYY-MM-DD`) on which a moment falls, in the time zone of this process or in UTC. */
export function dayOfMoment(iso: string, isLocal: boolean): string {
  const moment = new Date(iso);
  if (!isLocal) return moment.toISOString().slice(0, 10);
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** The time of day of a moment, for under the head of its day: "14:32"; in UTC, and saying so, until hydrated. */
export function Clock({ iso }: { iso: string }) {
  const local = useHydrated();
  const moment = new Date(iso);
  const clock = local
    ? `${pad(moment.getHours())}:${pad(moment.getMinutes())}`
    : `${pad(moment.getUTCHours())}:${pad(moment.getUTCMinutes())} UTC`;
  return <time dateTime={iso}>{clock}</time>;
}

/** A moment (ISO 8601, UTC) in the reader's own time: "6 May 2026, 14:32"; in UTC, and saying so, until hydrated. */
export function Moment({ iso }: { iso: string }) {
  const local = useHydrated();
  const moment = new Date(iso);
  const [year, month, day] = local
    ? [moment.getFullYear(), moment.getMonth(), moment.getDate()]
    : [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
  const [hour, minute] = local
    ? [moment.getHours(), moment.getMinutes()]
    : [moment.getUTCHours(), moment.getUTCMinutes()];
  const clock = `${pad(hour)}:${pad(minute)}${local ? "" : " UTC"}`;
  return <time dateTime={iso} dir="auto">{`${day} ${months[month] ?? ""} ${year}, ${clock}`}</time>;
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}
