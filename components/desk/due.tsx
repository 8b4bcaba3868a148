"use client";

import { useSyncExternalStore } from "react";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const dayLength = 86_400_000;
const neverChanges = () => () => undefined;

/**
 * When something is due, seen from `today` (`YYYY-MM-DD`): "18:00", "Yesterday, 12:00", "Thu 14 May". In the reader's
 * own time once the page is alive, in UTC before. `todayIs` goes before a time of today.
 */
export function Due({ iso, today, todayIs = "" }: { iso: string; today: string; todayIs?: string }) {
  const alive = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const moment = new Date(iso);
  const local = alive ? new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000) : moment;
  const day = local.toISOString().slice(0, 10);
  const clock = local.toISOString().slice(11, 16);
  return (
    <time className={day < today ? "late" : undefined} dateTime={iso}>
      {day === today ? todayIs : ""}
      {dayWords(day, { today, clock })}
    </time>
  );
}

function dayWords(day: string, { today, clock }: { today: string; clock: string }): string {
  const distance = Math.round((Date.parse(day) - Date.parse(today)) / dayLength);
  if (distance === 0) return clock;
  if (distance === -1) return `Yesterday, ${clock}`;
  if (distance === 1) return `Tomorrow, ${clock}`;
  const date = new Date(day);
  const words = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  if (Math.abs(distance) < 7) return `${weekdays[date.getUTCDay()]} ${words}`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}
