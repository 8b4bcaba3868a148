const dayLength = 86_400_000;

/** Where a due date falls, by its day in UTC: the groups of the queue. */
export function dueGroup(iso: string | null, today: string): "overdue" | "today" | "week" | "later" | "none" {
  if (iso === null) return "none";
  const distance = Math.round((Date.parse(iso.slice(0, 10)) - Date.parse(today)) / dayLength);
  if (distance < 0) return "overdue";
  if (distance === 0) return "today";
  return distance < 7 ? "week" : "later";
}
