const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const zones: Readonly<Record<string, string>> = {
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  z: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** A date of a mail or a feed (RFC 5322: `Tue, 5 Mar 2024 10:00:00 +0100`) in ISO 8601, its zone kept, or null. */
export function isoOfMailDate(value: string): string | null {
  const found =
    /^\s*(?:\p{L}+\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3})\p{L}*\.?[\s-]+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?)?/u.exec(
      value.slice(0, 200),
    );
  if (found === null) return null;
  const [, date = "", name = "", year = "", hour, minute = "00", second = "00", zone] = found;
  const month = months.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const day = `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
  const noon = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return null;
  if (hour === undefined || zone === undefined) return day;
  const offset = zones[zone.toLowerCase()] ?? /^([+-]\d{2}):?(\d{2})$/.exec(zone)?.slice(1).join(":");
  const time = `${day}T${hour.padStart(2, "0")}:${minute}:${second}${offset ?? ""}`;
  return offset === undefined || Number.isNaN(Date.parse(time)) ? day : time;
}
