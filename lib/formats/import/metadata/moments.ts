import type { Found } from "#lib/formats/import/imported-document.ts";
import { dayOf, writtenDay } from "#lib/formats/import/metadata/written-dates.ts";

const iso =
  /^\s*(\d{4})([-/]?)(\d{2})\2(\d{2})(?!\d)(?:[T ]\s*(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?/i;

/**
 * A date as a page's data give it: the day, or day and time with its zone where both are there
 * (`2024-03-05T08:00:00+01:00`); null for anything that is no date. The day is the publisher's own, never shifted.
 */
export function foundMoment(value: string | null | undefined, from: string): Found | null {
  if (value == null || value.length > 100) return null;
  const match = iso.exec(value);
  if (match === null) {
    const day = writtenDay(value);
    return day === null ? null : { value: day, from };
  }
  const [, year, , month, date, hour, minute, second = "00", zone] = match;
  const day = dayOf(Number(year), Number(month), Number(date));
  if (day === null) return null;
  if (hour === undefined || minute === undefined || zone === undefined || isOff(hour, minute, second))
    return { value: day, from };
  return { value: `${day}T${hour}:${minute}:${second}${zoneOf(zone)}`, from };
}

const isOff = (hour: string, minute: string, second: string) =>
  Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59;

function zoneOf(zone: string): string {
  if (!/^[+-]/.test(zone)) return "Z";
  const figures = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone[0]}${figures.slice(0, 2)}:${figures.slice(2)}`;
}
