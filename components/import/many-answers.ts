import { textIn } from "#components/desk/send-import.ts";
import { type Details, type Found, type ManyItem, mostItems, type Progress } from "#components/import/many-item.ts";

/** What `GET /api/v1/imports/{id}` answered; null when it is something else. */
export function foundIn(value: unknown): Found | null {
  const details = partOf(value, "details");
  const words = partOf(value, "words");
  const warnings = partOf(value, "warnings");
  if (typeof words !== "number" || !Array.isArray(warnings)) return null;
  const sentences = warnings.filter((sentence) => typeof sentence === "string");
  return { words, warnings: sentences, details: detailsIn(details) };
}

function detailsIn(value: unknown): Details {
  const text = (name: keyof Details) => textIn(value, name) ?? "";
  return {
    title: text("title"),
    byline: text("byline"),
    publisher: text("publisher"),
    publishedOn: text("publishedOn"),
    address: text("address"),
    language: text("language"),
  };
}

/** A list as the tab kept it; what does not read as an item is left out. */
export function itemsIn(json: string): ManyItem[] {
  const value = parse(json);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => itemIn(item) ?? []).slice(0, mostItems);
}

function itemIn(value: unknown): ManyItem | null {
  const [id, way, name] = [textIn(value, "id"), textIn(value, "way"), textIn(value, "name")];
  const progress = progressIn(partOf(value, "progress"));
  if (id === null || name === null || progress === null || (way !== "address" && way !== "file")) return null;
  return { id, way, name, progress };
}

function progressIn(value: unknown): Progress | null {
  const kind = textIn(value, "kind");
  const found = foundIn(partOf(value, "found"));
  switch (kind) {
    case "waiting":
    case "sending":
    case "cancelled":
      return { kind };
    case "failed":
      return { kind, sentence: textIn(value, "sentence") ?? "" };
    case "read":
      return found === null ? null : { kind, found, problem: textIn(value, "problem") ?? "" };
    case "freezing":
    case "frozen":
      return found === null ? null : { kind, found };
    default:
      return null;
  }
}

function partOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // Somebody else's words under our name: there is no list.
  }
}
