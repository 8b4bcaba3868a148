import { isNode } from "#lib/formats/annotations/json-ld-node.ts";
import type { Findings } from "#lib/formats/linked-data/check-message.ts";
import { checkNumbers } from "#lib/formats/linked-data/check-numbers.ts";
import { type PlacedNode, type SchemaDocument, wordsOf } from "#lib/formats/linked-data/schema-node.ts";

const shortLabel = 60;

export function checkRating(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  const [first, second] = document.valuesOf(review, "reviewRating");
  if (first === undefined || !isNode(first.value)) {
    found.error(first?.path ?? `${review.path}.reviewRating`, {
      rule: "reviewRating is required: an object of the type Rating.",
      why: first === undefined ? "It is not there." : "It is not an object.",
      what: 'Write { "@type": "Rating", "alternateName": the rating in words }.',
    });
    return;
  }
  if (second !== undefined) {
    found.warning(second.path, {
      rule: "A ClaimReview has one rating.",
      why: "There are several; only the first is read.",
      what: "Keep the rating that stands.",
    });
  }
  const rating = { node: first.value, path: first.path };
  const label = checkLabel(document, rating, found);
  checkNumbers(document, rating, { label, found });
}

function checkLabel(document: SchemaDocument, rating: PlacedNode, found: Findings): string {
  const text = (term: string) => wordsOf(document.valuesOf(rating, term)[0]?.value ?? "") ?? "";
  const label = text("alternateName");
  const path = `${rating.path}.alternateName`;
  if (label === "") {
    const name = text("name");
    found.error(path, {
      rule: "reviewRating.alternateName is required: the rating in words.",
      why:
        name === ""
          ? "It is not there, so nobody can be told how the claim was rated."
          : "Only name is there, which is read less often.",
      what: name === "" ? "Write the label, for example “Mostly true”." : `Write “${name}” as alternateName.`,
    });
    return name;
  }
  if (/^[\d\s.,/-]+$/.test(label)) {
    found.warning(path, {
      rule: "alternateName is the rating in words.",
      why: `“${label}” is only a number, which means nothing without its scale.`,
      what: "Write what the number stands for.",
    });
  }
  if ([...label].length > shortLabel) {
    found.hint(path, {
      rule: "alternateName is a short label.",
      why: `It has ${[...label].length} characters and is cut where it is shown.`,
      what: "Put its meaning into the first words.",
    });
  }
  return label;
}
