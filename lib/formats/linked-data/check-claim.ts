import { isNode } from "#lib/formats/annotations/json-ld-node.ts";
import { checkDay, isSameSite, webUrl } from "#lib/formats/linked-data/check-fields.ts";
import type { Findings } from "#lib/formats/linked-data/check-message.ts";
import { type PlacedNode, type SchemaDocument, schemaTypes, wordsOf } from "#lib/formats/linked-data/schema-node.ts";

/** What was checked: the Claim, its author, where it appeared and when it was said. */
export function checkClaim(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  const claims = document.valuesOf(review, "itemReviewed");
  if (claims.length === 0) {
    found.warning(`${review.path}.itemReviewed`, {
      rule: "itemReviewed is recommended: the Claim, who made it and where.",
      why: "It is not there.",
      what: 'Write { "@type": "Claim", "author": …, "datePublished": …, "appearance": … }.',
    });
  }
  for (const { value, path } of claims) {
    if (!isNode(value)) {
      found.warning(path, { rule: "itemReviewed is a Claim.", why: "It is not an object.", what: claimShape });
      continue;
    }
    const claim = { node: value, path };
    checkType(claim, found);
    checkMaker(document, review, { claim, found });
    checkPlaces(document, review, { claim, found });
    checkSaid(document, review, { claim, found });
  }
}

const claimShape = 'Write { "@type": "Claim", … }.';

type About = { readonly claim: PlacedNode; readonly found: Findings };

function checkType({ node, path }: PlacedNode, found: Findings): void {
  const types = schemaTypes(node);
  if (types.includes("Claim")) return;
  const words = { rule: "itemReviewed is a Claim.", what: claimShape };
  if (types.includes("CreativeWork")) {
    found.hint(path, { ...words, why: "A CreativeWork is still taken, as older data wrote it." });
  } else {
    found.warning(path, { ...words, why: types.length === 0 ? "It has no type." : `It is a ${types.join(", ")}.` });
  }
}

function checkMaker(document: SchemaDocument, review: PlacedNode, { claim, found }: About): void {
  const makers = document.valuesOf(claim, "author");
  if (makers.length === 0) {
    found.hint(`${claim.path}.author`, {
      rule: "itemReviewed.author is recommended: who made the claim.",
      why: "It is not there. That is right where nobody is known.",
      what: 'Add { "@type": "Person" or "Organization", "name": … }.',
    });
  }
  const [publisher] = document.valuesOf(review, "author").map((author) => document.nameOf(author));
  for (const maker of makers) {
    const name = document.nameOf(maker);
    if (name === "") {
      found.error(`${maker.path}.name`, {
        rule: "The author of a claim has a name.",
        why: "There is an author without one.",
        what: "Name them, or leave the author out.",
      });
    } else if (name === publisher) {
      found.warning(maker.path, {
        rule: "The claim was made by somebody else than the site that checks it.",
        why: `“${name}” is named for both.`,
        what: "Name who made the claim.",
      });
    }
    if (isNode(maker.value) && document.valuesOf({ node: maker.value, path: maker.path }, "sameAs").length === 0) {
      found.hint(`${maker.path}.sameAs`, {
        rule: "sameAs is recommended for the author of a claim.",
        why: "Names are shared; an address says who is meant.",
        what: "Add their own site, or a page about them.",
      });
    }
  }
}

function checkPlaces(document: SchemaDocument, review: PlacedNode, { claim, found }: About): void {
  const places = ["firstAppearance", "appearance"].flatMap((term) => document.valuesOf(claim, term));
  if (places.length === 0) {
    found.warning(`${claim.path}.appearance`, {
      rule: "appearance or firstAppearance is recommended: where the claim was made.",
      why: "Neither is there.",
      what: "Add the address of the page, post or broadcast.",
    });
  }
  const own = webUrl(wordsOf(document.valuesOf(review, "url")[0]?.value ?? "") ?? "");
  for (const { value, path } of places) {
    const words =
      isNode(value) && !("@value" in value) ? addressOf(document, { node: value, path }) : (wordsOf(value) ?? "");
    const url = webUrl(words);
    if (url === null) {
      found.hint(path, {
        rule: "An appearance is an address, or a work with one.",
        why: words === "" ? "It has no url." : `“${words.slice(0, 80)}” is no absolute http or https address.`,
        what: "Add the url where there is one.",
      });
    } else if (own !== null && isSameSite(url.hostname, own.hostname)) {
      found.warning(path, {
        rule: "The claim was made outside the site that checks it.",
        why: `It appeared on ${url.hostname}, as the check does.`,
        what: "Name where the claim was made. A desk that checks its own pages is not shown by search engines for this.",
      });
    }
  }
}

function addressOf(document: SchemaDocument, work: PlacedNode): string {
  return wordsOf(document.valuesOf(work, "url")[0]?.value ?? work.node["@id"] ?? "") ?? "";
}

function checkSaid(document: SchemaDocument, review: PlacedNode, { claim, found }: About): void {
  const [said] = document.valuesOf(claim, "datePublished");
  if (said === undefined) {
    found.hint(`${claim.path}.datePublished`, {
      rule: "itemReviewed.datePublished is recommended: when the claim was made.",
      why: "It is not there.",
      what: "Add the day, as far as it is known.",
    });
    return;
  }
  if (!checkDay(said, found)) return;
  const checked = wordsOf(document.valuesOf(review, "datePublished")[0]?.value ?? "") ?? "";
  if (checked !== "" && Date.parse(wordsOf(said.value) ?? "") > Date.parse(checked)) {
    found.warning(said.path, {
      rule: "A claim is made before it is checked.",
      why: "It is dated after the check.",
      what: "Mend one of the two dates.",
    });
  }
}
