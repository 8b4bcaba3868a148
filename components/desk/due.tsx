"use client";

import { useHydrated } from "#components/ui/time.tsx";

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
const dayLength = 86_400_000;

/**
 * When something is due, seen from `today` (`YYYY-MM-DD`): "18:00", "Yesterday, 12:00", "Thu 14 May". In the reader's
 * own time once the page is alive, in UTC before. Within a sentence: "today, 18:00", "yesterday, 12:00".
 */
export function Due({ iso, today, inSentence = false }: { iso: string; today: string; inSentence?: boolean }) {
  const alive = useHydrated();
  const moment = new Date(iso);
  const local = alive ? new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000) : moment;
  const day = local.toISOString().slice(0, 10);
  const clock = local.toISOString().slice(11, 16);
  return (
    <time className={day < today ? "late" : undefined} dateTime={iso}>
      {inSentence ? sentenceWords(day, { today, clock }) : dayWords(day, { today, clock })}
    </time>
  );
}

type Now = { readonly today: string; readonly clock: string };

function sentenceWords(day: string, now: Now): string {
  if (day === now.today) return `today, ${now.clock}`;
  return dayWords(day, now).replace(/^(?:Yesterday|Tomorrow)/, (word) => word.toLowerCase());
}

function dayWords(day: string, { today, clock }: Now): string {
  const distance = Math.round((Date.parse(day) - Date.parse(today)) / dayLength);
  if (distance === 0) return clock;
  if (distance === -1) return `Yesterday, ${clock}`;
  if (distance === 1) return `Tomorrow, ${clock}`;
  const date = new Date(day);
  const words = `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  if (Math.abs(distance) < 7) return `${weekdays[date.getUTCDay()]} ${words}`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}
