const tongues = "en de fr es it pt nl sv da nb fi pl cs ro hu tr ru uk".split(" ");

/** The names of the months in the languages above, long and short, without dots. */
const months: ReadonlyMap<string, number> = new Map([
  ["sept", 9],
  ...tongues.flatMap((tongue) =>
    Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15))).flatMap((date, month) =>
      (["long", "short"] as const).flatMap((style) =>
        [{ month: style }, { month: style, day: "numeric" as const }].map((options): [string, number] => {
          const name = new Intl.DateTimeFormat(tongue, { ...options, timeZone: "UTC" })
            .formatToParts(date)
            .find((part) => part.type === "month")?.value;
          return [(name ?? "").toLowerCase().replace(/\.$/, ""), month + 1];
        }),
      ),
    ),
  ),
]);
const word = "(\\p{L}{3,12})\\.?";
const spelled = [
  { pattern: new RegExp(`${word}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})(?!\\d)`, "iu"), order: "mdy" },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|er)?[\\s-]+(?:de\\s+|of\\s+)?${word}(?:\\s+de|,)?[\\s-]+(\\d{4})(?!\\d)`,
      "iu",
    ),
    order: "dmy",
  },
] as const;
const figures =
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)|(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;
const dotted = /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** The day (YYYY-MM-DD) that a short text writes out, or null. Figures that could be either day or month are no date. */
export function writtenDay(text: string): string | null {
  const iso = figures.exec(text);
  if (iso !== null) return dayOf(Number(iso[1] ?? iso[4]), Number(iso[2] ?? iso[5]), Number(iso[3] ?? iso[6]));
  for (const { pattern, order } of spelled) {
    const match = pattern.exec(text);
    const [, first = "", second = "", year = ""] = match ?? [];
    const month = months.get((order === "mdy" ? first : second).toLowerCase());
    if (match !== null && month !== undefined)
      return dayOf(Number(year), month, Number(order === "mdy" ? second : first));
  }
  const [, a = "", sign = "", b = "", year = ""] = dotted.exec(text) ?? [];
  if (sign === ".") return dayOf(Number(year), Number(b), Number(a));
  if (Number(a) > 12) return dayOf(Number(year), Number(b), Number(a));
  if (Number(b) > 12 || a === b) return dayOf(Number(year), Number(a), Number(b));
  return null;
}

/** Year, month and day as YYYY-MM-DD, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (!(year >= 1500 && year <= 2999)) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
