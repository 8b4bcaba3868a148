import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { EditionDocument, EditionProof } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { editionTree } from "#lib/formats/edition/edition-html.ts";
import { factsOf } from "#lib/formats/edition/page-facts.ts";
import { noticeBar } from "#lib/formats/edition/page-parts.ts";

/** Nothing is signed yet: where an edition's digest would stand, nothing does. */
const unsigned: EditionProof = { algorithm: "Ed25519", keyId: "", publicKey: "", digest: "", signature: "" };

/**
 * The page that publishing would freeze, in the same words and order, under a bar that says what it is. Without proof,
 * without data, and with nothing to run; links that lead out open in a tab of their own, for the page stands in a frame.
 */
export async function previewToHtml(edition: EditionDocument): Promise<string> {
  const facts = factsOf({ edition, proof: unsigned });
  const banner = noticeBar({ words: facts.voice.words.previewBar, voice: facts.voice });
  const tree = await editionTree(facts, { text: canonicalJson(edition), banner });
  openOutside(tree);
  return `${toHtml(tree)}\n`;
}

function openOutside({ children }: Root | Element): void {
  for (const child of children) {
    if (child.type !== "element") continue;
    const { href } = child.properties;
    if (child.tagName === "a" && typeof href === "string" && !href.startsWith("#")) child.properties.target = "_blank";
    openOutside(child);
  }
}
