import type { EditionDocument } from "#lib/domain/edition.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";

/** What no IRI may hold (RFC 3987): white space, controls, direction marks and the delimiters of other languages. */
const notInIri = /[\s\u0000-\u0020\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069<>"{}|\\^`]/u;

/** An absolute http or https address that names no user, as it is written where that is an IRI; undefined otherwise. */
export function webIri(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined;
  const { protocol, username, password, href } = new URL(address);
  if ((protocol !== "https:" && protocol !== "http:") || username !== "" || password !== "") return undefined;
  return /^https?:\/\/[^/?#]/i.test(address) && !notInIri.test(address) && address.isWellFormed() ? address : href;
}

/** `urn:uuid:` (RFC 9562) of an id that is one. */
export function uuidIri(id: string): string {
  return `urn:uuid:${isUuid(id) ? id.toLowerCase() : derivedUuid(id)}`;
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** The name of bytes by their SHA-256 in hexadecimal (RFC 6920); undefined for what is no such digest. */
export function digestIri(digest: string): string | undefined {
  return /^[0-9a-f]{64}$/i.test(digest)
    ? `ni:///sha-256;${Buffer.from(digest, "hex").toString("base64url")}`
    : undefined;
}

/** The digest that such a name holds, in hexadecimal; "" for any other. */
export function digestIn(iri: string): string {
  const found = /^ni:\/\/\/sha-256;([\w-]{43})$/.exec(iri)?.[1];
  return found === undefined ? "" : Buffer.from(found, "base64url").toString("hex");
}

/** The edition: its public page where the desk has an address. */
export function editionIri(edition: EditionDocument): string {
  return webIri(edition.address) ?? uuidIri(edition.id);
}

/** A part of the edition by a name of its own: a fragment of its page, or else a UUID made of the edition's id and it. */
export function partIri(edition: EditionDocument, name: string): string {
  const page = webIri(edition.address);
  return page === undefined
    ? `urn:uuid:${derivedUuid(`${edition.id}#${name}`)}`
    : `${page.replace(/#.*$/s, "")}#${name}`;
}

/** Where everything of a claim is read on the page of its edition; undefined where the desk has no address. */
export function claimOnPage(edition: EditionDocument, claimId: string): string | undefined {
  return webIri(edition.address) === undefined ? undefined : partIri(edition, `claim-${claimId}`);
}

/** The page of one claim of an edition, where claims have such; undefined where the desk has no address. */
export function claimPage(edition: EditionDocument, claimId: string): string | undefined {
  const page = webIri(edition.address)
    ?.replace(/[?#].*$/s, "")
    .replace(/\/$/, "");
  return page === undefined ? undefined : `${page}/claims/${claimId}`;
}

/** A UUID of version 8 (RFC 9562): the first bits of a SHA-256. */
function derivedUuid(words: string): string {
  const hex = sha256Hex(words);
  const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The tag when it has the shape of BCP 47. */
export function languageTag(language: string | null): string | undefined {
  return language !== null && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? language : undefined;
}

/** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or a moment with its zone; undefined for anything else. */
export function dateOf(words: string | null): string | undefined {
  const form = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;
  return words !== null && form.test(words) && !Number.isNaN(Date.parse(words)) ? words : undefined;
}
