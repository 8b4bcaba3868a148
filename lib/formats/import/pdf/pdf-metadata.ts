import type { Found, ImportedMetadata } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { foundDay, foundLanguage, foundLine, foundNames } from "#lib/formats/import/metadata-values.ts";

const dictionary = "the PDF's properties";

/** What a PDF says about itself, in its information dictionary and its XMP packet. */
export function pdfMetadata(info: unknown, xmp: ReadonlyMap<string, string>): ImportedMetadata {
  const about = textsOf(info);
  const packet = "the PDF's XMP metadata";
  return {
    ...noMetadata,
    title: titled(foundLine(about.get("Title"), dictionary)) ?? titled(foundLine(xmp.get("dc:title"), packet)),
    byline: authored(xmp.get("dc:creator"), packet) ?? authored(about.get("Author"), dictionary),
    publisher: foundLine(xmp.get("dc:publisher") ?? xmp.get("prism:publicationname"), packet),
    // Not the day the file was made: a text is often published long before or after, and unknown is better than wrong.
    published:
      foundDay(xmp.get("prism:publicationdate")?.slice(0, 10), packet) ??
      foundDay(xmp.get("dc:date")?.slice(0, 10), packet),
    modified: foundDay(dayOf(about.get("ModDate")), "the day the PDF was last saved"),
    language: foundLanguage(about.get("Language") ?? xmp.get("dc:language"), dictionary),
  };
}

/** "D:20250208122313Z" begins with its day. */
function dayOf(date: string | undefined): string | undefined {
  return date?.replace(/^D:/, "").slice(0, 8);
}

const byProgram =
  /^(?:untitled|unbenannt|sans titre|document\d*|slide \d+|microsoft \w+|powerpoint|word|presentation)\b/i;
const fileLike =
  /\.(?:docx?|odt|rtf|indd|qxd|tex|dvi|pdf|pptx?|xlsx?|html?|txt|pages|ps|eps|md)\b|^[\w-]+$|[\\/]{1}\w+[\\/]/i;

/** A title, unless it is the name of a file or what a program writes there when nobody does. */
function titled(title: Found | null): Found | null {
  if (title === null || byProgram.test(title.value)) return null;
  const isFile = fileLike.test(title.value) && (/[\d_.-]/.test(title.value) || !/^\p{Lu}/u.test(title.value));
  return isFile || (title.value.match(/\p{L}/gu)?.length ?? 0) < 3 ? null : title;
}

function authored(value: string | undefined, from: string) {
  const isAccount =
    value === undefined || /^(?:user|admin|administrator|owner|author|unknown|root|\w*\d\w*)$/i.test(value.trim());
  return isAccount ? null : foundNames(value, from);
}

function textsOf(info: unknown): Map<string, string> {
  if (typeof info !== "object" || info === null) return new Map();
  return new Map(Object.entries(info).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}
