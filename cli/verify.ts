import { existsSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { PublishedKey } from "#lib/domain/edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import type { Verdict } from "#lib/formats/proof/finding.ts";
import { publishedKeys } from "#lib/formats/proof/published-keys.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";
import { Refused } from "./answer.ts";
import { readBytes } from "./read-file.ts";
import { verifiedWords } from "./verified-words.ts";

type Options = { with?: string; keys?: string; key?: string; json?: true };

const limit = { bytes: 256 * 1024 * 1024, sentence: "This file is larger than 256 MB, and no export of a report is." };

const help = `
FILE is any export of a report: HTML, PDF, DOCX, XLSX, Markdown or JSON, which hold their edition, or CSV, a source list,
BibTeX, RIS, ClaimReview or annotations, which have it beside them as NAME.stet.json (found by its name, or with --with).
It is opened, its digest and signature are computed, and the file is made again from the edition and compared byte for
byte. Nothing is fetched, and no desk or database is needed. The JSON of an edition has to be named .json, or have no
ending. What holds more than 64 MB or four million values is no edition, and is refused unread.

Whose the key is, the file cannot say by itself. Save the keys from the desk's own address
(/.well-known/stet-keys/...), and name that file with --keys: only then is the answer "genuine". Or name the key that the
desk prints with --key. With either, an edition that another key signed is refused.

With --json: { "verdict", "key", "edition", "findings": [{ "code", "ok", "sentence" }] }. verdict is genuine, whole
(nothing differs, but not all was looked at), uncompared (nothing differs in its edition, and another release of Stet laid
the file out, so what it shows may be anything) or refused; key is vouched, unknown, retired or revoked; ok is null where
nothing could be looked at.
0 genuine or whole, 1 something differs, 2 wrong usage, 3 uncompared, or signed with a key that was revoked since.`;

export function addVerifyCommand(program: Command): void {
  program
    .command("verify <file>")
    .description("check that an exported file is genuine and complete")
    .option("--with <sidecar>", "the file beside it, NAME.stet.json")
    .option("--keys <file>", "the keys that the desk publishes, as JSON")
    .option("--key <key>", "the one key that may have signed: its public half, 43 characters", publicKeyIn)
    .option("--json", "print the answer as JSON")
    .addHelpText("after", help)
    .action(async (file: string, options: Options) => {
      const bytes = await readBytes(file, limit);
      const beside = options.with ?? sidecarOf(file);
      const sidecar = beside === undefined ? undefined : await readBytes(beside, limit);
      const keys = options.keys === undefined ? undefined : keysIn(await readBytes(options.keys, limit));
      const asked = { name: basename(file), bytes, ...(sidecar && { sidecar }) };
      // The fonts of some formats are read from the packages of this copy of the program.
      process.chdir(dirname(import.meta.dirname));
      const { writeEdition } = await import("#lib/formats/edition/write-edition.ts");
      const answer = await verifyFile(asked, {
        reckon,
        trustFor: async () => ({ keys, publicKey: options.key }),
        compare: (own, found) => compareFile(own, found, writeEdition),
      });
      const { verdict, key, signed, findings } = answer;
      const edition = signed === null ? null : editionLine(signed.edition, signed.proof.digest);
      const words = options.json === true ? JSON.stringify({ verdict, key, edition, findings }) : verifiedWords(answer);
      process.stdout.write(`${words}\n`);
      // Whoever stole a key can write an earlier day: that is no success.
      process.exitCode = verdict === "whole" && key === "revoked" ? unproved : exitCodes[verdict];
    });
}

const unproved = 3;
const exitCodes: Readonly<Record<Verdict, number>> = { genuine: 0, whole: 0, refused: 1, uncompared: unproved };

type Edition = { readonly id: string; readonly number: number; readonly publishedAt: string; readonly address: string };

function editionLine({ id, number, publishedAt, address }: Edition, digest: string) {
  return { id, number, publishedAt, address, digest };
}

/** `report.csv` has `report.csv.stet.json` or `report.stet.json` beside it. */
function sidecarOf(file: string): string | undefined {
  const bare = file.slice(0, file.length - extname(file).length);
  return [`${file}.stet.json`, `${bare}.stet.json`].find((path) => path !== file && existsSync(path));
}

function keysIn(bytes: Uint8Array): PublishedKey[] {
  const wrong = "The file of keys is not what a desk publishes at /.well-known/stet-keys/. Save it again from there.";
  try {
    return publishedKeys.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new Refused(wrong, "invalid"); // Not JSON, or not keys: either way the file is another one.
  }
}

/** An id would vouch for nothing: whoever forges an edition writes the desk's own into it. */
function publicKeyIn(text: string): string {
  if (/^[\w-]{43}$/.test(text)) return text;
  throw new InvalidArgumentError("Give the public key itself, 43 letters, digits, - and _, as the desk prints it.");
}
