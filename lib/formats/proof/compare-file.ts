import { type EditionFormat, editionLayout, type SignedEdition } from "#lib/domain/edition.ts";
import { canonicalForm } from "#lib/formats/canonical-form.ts";
import { differs, type Finding, fits, unseen } from "#lib/formats/proof/finding.ts";
import { firstDifference } from "#lib/formats/proof/first-difference.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";
import { zipParts } from "#lib/formats/proof/zip-part-of.ts";

/** What a page around an edition has, and no file. */
const pageMark = 'id="stet-page"';

/** Makes the file of a format again. */
export type Writer = (signed: SignedEdition, format: EditionFormat) => Promise<{ readonly bytes: Uint8Array }>;

/**
 * Whether a file is, byte for byte, what its edition gives in one of the formats that it may be; else where it begins to
 * differ from the one that it is likest to. One that says that another release laid it out may well look otherwise: unless
 * it is the same all the same, it is not compared. Nothing vouches for what it says there, so that is never an answer to
 * rely on.
 */
export async function compareFile(
  bytes: Uint8Array,
  { signed, formats }: { readonly signed: SignedEdition; readonly formats: readonly EditionFormat[] },
  write: Writer,
): Promise<Finding> {
  if (formats.includes("json")) return compareJson(bytes, signed);
  let likest: { readonly made: Uint8Array; readonly same: number } | null = null;
  for (const format of formats) {
    const made = await madeAgain(signed, format, write);
    if (made === null) continue;
    const same = sameBytes(bytes, made);
    if (same === made.byteLength && same === bytes.byteLength)
      return fits("content", "The file is, byte for byte, what this edition gives.");
    if (likest === null || same > likest.same) likest = { made, same };
  }
  if ((signed.layout ?? editionLayout) !== editionLayout) return unseen("content", otherLayout(signed));
  if (formats.includes("html") && utf8(bytes)?.includes(pageMark) === true) return unseen("content", savedPage(signed));
  if (likest === null) return differs("content", "No file could be made of this edition to compare this one with.");
  return differs("content", await differenceOf(bytes, likest.made, likest.same));
}

/** The file of the edition itself is written the same in every layout: its canonical form (RFC 8785) and a line feed. */
function compareJson(bytes: Uint8Array, signed: SignedEdition): Finding {
  const { layout = editionLayout } = signed;
  const made = new TextEncoder().encode(`${canonicalForm({ ...signed, layout })}\n`);
  const same = sameBytes(bytes, made);
  if (same === made.byteLength && same === bytes.byteLength)
    return fits("content", `The file is the edition itself.${foreignLayout(signed)}`);
  const where = sentenceOf(bytes, made, same);
  return differs("content", `The edition in it is whole, but the file around it is not as it was written. ${where}`);
}

/** Which layout a file is of stands beside what is signed. */
function foreignLayout({ layout = editionLayout }: SignedEdition): string {
  return layout === editionLayout ? "" : ` The layout that it names, ${layout}, is signed by nobody.`;
}

function otherLayout({ edition, layout }: SignedEdition): string {
  const again = edition.address === "" ? "Ask the desk for it again" : `Download it again at ${edition.address}`;
  return `This file says that another release of Stet laid it out (layout ${layout}; this one makes ${editionLayout}), so its own words were not compared, and may be anything. ${again}, or check it with that release.`;
}

/** What a page says that the desk shows around an edition changes with the day, and is signed by nobody. */
function savedPage({ edition: { address } }: SignedEdition): string {
  const where = address === "" ? "Ask the desk for the file" : `Download the file at ${address}/report.html`;
  return `This is the desk's page of this edition, saved, and not its file: what it shows was not compared, and may be anything. ${where}, and check that.`;
}

/** Null where the writer fails, which no edition of a desk makes it do: the file then fits nothing. */
async function madeAgain(signed: SignedEdition, format: EditionFormat, write: Writer): Promise<Uint8Array | null> {
  try {
    return (await write(signed, format)).bytes;
  } catch {
    return null;
  }
}

/** How many bytes are the same from the beginning on. */
function sameBytes(one: Uint8Array, other: Uint8Array): number {
  const most = Math.min(one.byteLength, other.byteLength);
  for (let at = 0; at < most; at++) if (one[at] !== other[at]) return at;
  return most;
}

async function differenceOf(bytes: Uint8Array, made: Uint8Array, same: number): Promise<string> {
  const isInside = same < Math.min(bytes.byteLength, made.byteLength);
  return (isInside ? await partSentence(bytes, made) : null) ?? sentenceOf(bytes, made, same);
}

function sentenceOf(bytes: Uint8Array, made: Uint8Array, same: number): string {
  if (same === bytes.byteLength)
    return `The file ends after ${count(same)} of the ${count(made.byteLength)} bytes that this edition gives: it was cut.`;
  if (same === made.byteLength)
    return `The file goes on after the ${count(same)} bytes that this edition gives: something was added at its end.`;
  const [text, meant] = [utf8(bytes), utf8(made)];
  if (text !== null && meant !== null) return firstDifference(text, meant);
  return `The file is not what this edition gives: they differ from byte ${count(same + 1)} of ${count(made.byteLength)} on.`;
}

async function partSentence(bytes: Uint8Array, made: Uint8Array): Promise<string | null> {
  if (made[0] !== 0x50 || made[1] !== 0x4b) return null;
  const [parts, meant] = [await zipParts(bytes), await zipParts(made)];
  if (parts === null || meant === null) return null;
  for (const [name, part] of meant) {
    const held = parts.get(name);
    if (held === undefined) return `The file lacks a part that this edition gives: ${name}.`;
    if (sameBytes(held, part) < Math.max(held.byteLength, part.byteLength)) {
      const [text, words] = [utf8(held), utf8(part)];
      return text === null || words === null
        ? `Its part ${name} is not what this edition gives.`
        : `In its part ${name}: ${firstDifference(text, words)}`;
    }
  }
  const added = [...parts.keys()].find((name) => !meant.has(name));
  return added === undefined
    ? "Its parts are what this edition gives, and they are packed otherwise."
    : `The file has a part that this edition does not give: ${added}.`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}
