import { z } from "zod";
import { normalForm } from "#lib/domain/normal-form.ts";

// What no sentence of a schema's own says: a request that no form of ours sends.
z.config({ customError: () => "This is not in the form that the desk expects. Reload the page and try again." });

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;

/** Text that a person wrote: well-formed Unicode without control characters, NFC, trimmed, at most `max` UTF-16 units. */
export function writtenText(max: number) {
  return z
    .string()
    .max(max, `Shorten this to ${max.toLocaleString("en")} characters or fewer.`)
    .refine(
      (text) => text.isWellFormed() && !forbidden.test(text),
      "This contains characters that no text can hold. Type it again.",
    )
    .transform((text) => normalForm(text.replace(/\r\n?/g, "\n"), "NFC").trim());
}

/** What can be read: neither white space nor characters that show nothing, such as a zero-width space. */
const visible = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u;

export function requiredText(max: number, sentence: string) {
  return writtenText(max).refine((text) => visible.test(text), sentence);
}

export const identifier = z
  .uuid("This does not name anything on the desk. Reload the page and try again.")
  .transform((id) => id.toLowerCase());

const lengthOfId = 36;

/** Ids as JSON lists them, or as a form sends them, parted by white space. How many they are is looked at first. */
export function listOfIds(max: number, sentence?: string) {
  const many = sentence ?? `Send at most ${max.toLocaleString("en")} at once.`;
  const parted = z
    .string()
    .max(max * (lengthOfId + 1), many)
    .transform((text) => text.split(/\s+/).filter((id) => id !== ""));
  return z.union([z.array(z.unknown()), parted]).pipe(z.array(identifier).max(max, many));
}

/** A whole number, as JSON or as a form sends it; `sentence` is for whoever writes anything else. */
export function wholeNumber(min: number, max: number, sentence?: string) {
  const digits = z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number);
  return z.union([z.int(), digits], sentence).pipe(z.int().min(min, sentence).max(max, sentence));
}

export const rowVersion = wholeNumber(1, 2_000_000_000);

/** `YYYY-MM-DD`, a day that exists. */
export const day = z.iso
  .date("Write the date as 2026-06-12.")
  .refine(isAfterYearZero, "Write the year with four digits.");

/** A day, a month, a year or nothing. */
export const partialDay = z
  .string()
  .trim()
  .refine((text) => text === "" || isPartialDay(text), "Write the date as 2026-06-12, 2026-06 or 2026.");

function isAfterYearZero(text: string): boolean {
  return !text.startsWith("0000");
}

function isPartialDay(text: string): boolean {
  if (!isAfterYearZero(text) && text !== "") return false;
  if (/^\d{4}$/.test(text)) return true;
  if (/^\d{4}-\d{2}$/.test(text)) return z.iso.date().safeParse(`${text}-01`).success;
  return z.iso.date().safeParse(text).success;
}

/** An http or https address, or nothing. */
export const address = z
  .string()
  .trim()
  .max(2000, "Shorten this address to 2,000 characters or fewer.")
  .refine(
    // Indexes of the database hold 2,704 bytes, other columns of the same row included.
    (text) => new TextEncoder().encode(text).byteLength <= 2000,
    "Shorten this address. Letters beyond the plain ones count several times; it may take 2,000 bytes.",
  )
  .refine((text) => text === "" || isWebAddress(text), "Write the whole address, beginning with https:// or http://.");

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
}

/** A BCP 47 language tag that this machine's Unicode data knows the form of, or nothing. */
export const language = z
  .string()
  .trim()
  .refine((tag) => tag === "" || canonicalTag(tag) !== null, "Write the language as a tag, for example en, de or ar.");

/** The canonical form of a BCP 47 language tag (RFC 5646); null for what is none. */
export function canonicalTag(written: string): string | null {
  const tag = written.trim();
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // A tag that cannot be one: two regions, a subtag twice.
    return null;
  }
}

/** An address of a mailbox, in lower case. */
export const email = z
  .string()
  .trim()
  .max(254, "Write a mail address of at most 254 characters.")
  .transform((text) => text.toLowerCase())
  .pipe(z.email("Write a mail address, for example name@example.org."));

/** At least 12 characters, at most 1,024 bytes; no rules of composition (OWASP ASVS 5.0, 6.2). */
export const newPassword = z
  .string()
  .min(12, "Use at least 12 characters. A few plain words are fine.")
  .refine((text) => Buffer.byteLength(text) <= 1024, "Use fewer than 1,024 characters.");
