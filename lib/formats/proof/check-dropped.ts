import { type EditionFormat, editionLayout, type SignedEdition } from "#lib/domain/edition.ts";
import { type KeyStanding, keyStanding, type Trust } from "#lib/formats/proof/check-key.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { differs, type Finding, unseen, type Verdict } from "#lib/formats/proof/finding.ts";
import { isKeysAddressOf } from "#lib/formats/proof/keys-address.ts";
import { publishedKeys } from "#lib/formats/proof/published-keys.ts";
import { readSigned } from "#lib/formats/proof/read-signed.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { webReckon } from "#lib/formats/proof/web-reckon.ts";

const mostBytes = 256 * 1024 * 1024;

/** What may be asked of the server that the page came from: null for any other address, and for what it gives not everybody. */
export type AskHere = (address: string, method: "GET" | "HEAD") => Promise<Response | null>;

type Here = {
  /** The formats of the files of an edition, by their names at its address. */
  readonly names: Readonly<Record<string, string>>;
  readonly ask: AskHere;
};

type Dropped = {
  readonly name: string;
  readonly verdict: Verdict;
  readonly key: KeyStanding;
  /** The newest edition where this server knows that there is a newer one. */
  readonly newer: { readonly number: number; readonly href: string } | null;
  /** Null where no edition could be read. */
  readonly signed: SignedEdition | null;
  readonly findings: readonly Finding[];
};

/**
 * Checks a file, and the one beside it, in a browser. What is asked of the server is only what it gives to everybody, and
 * only for an edition of its own: the desk's keys, the file as it was published, to compare the two here, whether there is
 * a newer edition, and, where the key was revoked, whether this one was published.
 */
export async function checkDropped(files: readonly File[], { names, ask }: Here): Promise<Dropped> {
  const beside = files.length > 1 ? files.find((file) => file.name.endsWith(".stet.json")) : undefined;
  const file = files.find((one) => one !== beside);
  if (file === undefined || files.length > 2)
    return refused("", "Choose one file, or two: the file and its NAME.stet.json.");
  if (files.some((one) => one.size > mostBytes))
    return refused(file.name, "This is larger than 256 MB, and no export of a report is.");
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sidecar = beside === undefined ? {} : { sidecar: new Uint8Array(await beside.arrayBuffer()) };
    const means = {
      reckon: webReckon,
      trustFor: (signed: SignedEdition) => trustFor(signed, ask),
      compare: (own: Uint8Array, found: Found) => compareHere(own, found, { names, ask }),
    };
    const answer = await verifyFile({ name: file.name, bytes, ...sidecar }, means);
    const newer = answer.signed === null || answer.key === "unknown" ? null : await newerThan(answer.signed, ask);
    return { name: file.name, ...answer, newer };
  } catch (error) {
    if (error instanceof RangeError)
      return refused(file.name, "There is no room in this browser to check the file. Use the command below.");
    // The file went away while it was read, or the browser has no Ed25519: either way nothing was checked.
    return refused(file.name, "This browser could not check the file. Use a newer one, or the command below.");
  }
}

function refused(name: string, sentence: string): Dropped {
  return {
    name,
    verdict: "refused",
    key: "unknown",
    newer: null,
    signed: null,
    findings: [differs("proof", sentence)],
  };
}

/** The keys of a desk of this server; none for another, or while it cannot be reached. */
async function trustFor(signed: SignedEdition, ask: AskHere): Promise<Trust> {
  const { desk } = signed.edition;
  const answer = isKeysAddressOf(desk.id, desk.keys) ? await ask(desk.keys, "GET") : null;
  if (answer === null) return {};
  const { data: keys } = publishedKeys.safeParse(await answer.json());
  if (keyStanding(signed, { keys }) !== "revoked") return { keys };
  return { keys, digestAtDesk: await digestAtDesk(signed, ask) };
}

/** Only an edition's public page counts, which nobody but the desk writes; undefined where none is open. */
async function digestAtDesk({ edition }: SignedEdition, ask: AskHere): Promise<string | undefined> {
  const isPage = /^https?:\/\/[^/?#]+\/r\/[0-9a-f-]{36}\/[1-9]\d*$/.test(edition.address);
  const answer = isPage ? await ask(`${edition.address}/edition.json`, "GET") : null;
  const read = answer === null ? null : readSigned(await answer.text());
  return read?.ok === true ? read.value.signed.proof.digest : undefined;
}

/** The newest edition of the same report where it is public here and is another; its page names itself in its Link. */
async function newerThan({ edition }: SignedEdition, ask: AskHere): Promise<Dropped["newer"]> {
  const all = /^(.+\/r\/[0-9a-f-]{36})\/\d+$/.exec(edition.address)?.[1];
  const answer = all === undefined ? null : await ask(all, "HEAD");
  const newest = answer?.headers.get("link")?.match(/<(.+\/(\d+))>; rel="canonical"/);
  const [, href = "", number = ""] = newest ?? [];
  return Number(number) > edition.number ? { number: Number(number), href } : null;
}

type Found = { readonly signed: SignedEdition; readonly formats: readonly EditionFormat[] };

class Unpublished extends Error {}

/** Compares with what this server gives to everybody; an edition that is elsewhere, or not open, is not compared. */
async function compareHere(own: Uint8Array, found: Found, { names, ask }: Here): Promise<Finding> {
  const { edition, layout = editionLayout } = found.signed;
  const { address } = edition;
  let reached = true;
  const finding = await compareFile(own, found, async (_, format) => {
    const name = Object.keys(names).find((one) => names[one] === format);
    const answer = name === undefined || !reached ? null : await ask(`${address}/${name}`, "GET");
    if (answer === null) {
      reached = false;
      throw new Unpublished();
    }
    return { bytes: new Uint8Array(await answer.arrayBuffer()) };
  });
  if (reached || finding.ok === true || layout !== editionLayout) return finding;
  const where = address === "" ? "" : ` or with what ${address} shows`;
  return unseen(
    "content",
    `The words that the file shows were not compared with its edition. Compare them with those below${where}, or let npx stet verify do it.`,
  );
}
