import type { Findings } from "#lib/formats/linked-data/check-message.ts";
import { type PlacedNode, type SchemaDocument, wordsOf } from "#lib/formats/linked-data/schema-node.ts";

/** What a rating says at either end of the scales that desks publish, and off them. */
const truest = /^(?:true|correct|accurate|verdadero|vrai|richtig|wahr|geppetto checkmark)$/i;
const falsest = /^(?:false|incorrect|inaccurate|pants on fire!?|four pinocchios|falso|faux|falsch|wrong|fake)$/i;
const offScale = /^(?:unproven|unverified|unfounded|satire|not a claim|out of scope|withdrawn|void|checked)$/i;
type About = { readonly label: string; readonly found: Findings };

/** The numbers of a rating: on a scale all three, in order and rising to the truest; off it none. */
export function checkNumbers(document: SchemaDocument, rating: PlacedNode, { label, found }: About): void {
  const read = (term: string) => numberOf(document, rating, { term, found });
  const [value, best, worst] = [read("ratingValue"), read("bestRating"), read("worstRating")];
  if (value === "bad" || best === "bad" || worst === "bad") return;
  const at = (term: string) => `${rating.path}.${term}`;
  if (value === null) {
    if (best !== null || worst !== null) found.warning(at("ratingValue"), withoutValue);
    else if (!offScale.test(label)) found.hint(at("ratingValue"), noNumber);
    return;
  }
  if (value === -1 && (best === -1 || best === null) && (worst === -1 || worst === null)) {
    found.warning(at("ratingValue"), minusOne);
    return;
  }
  if (offScale.test(label)) found.warning(at("ratingValue"), numberOffScale(label));
  if (best === null) found.warning(at("bestRating"), missingEnd("bestRating", "the truest"));
  if (worst === null) found.warning(at("worstRating"), missingEnd("worstRating", "the falsest"));
  if (worst !== null && worst < 1) {
    found.error(at("worstRating"), {
      rule: "worstRating is 1 or more.",
      why: `It is ${worst}.`,
      what: `Add ${1 - worst} to all three numbers.`,
    });
  }
  if (best !== null && worst !== null && best <= worst) {
    found.error(at("bestRating"), {
      rule: "bestRating is greater than worstRating, and the closer to it the truer.",
      why: `bestRating is ${best}, worstRating ${worst}.`,
      what: "If the desk’s numbers run the other way, turn all of them round; do not just exchange the ends.",
    });
    return;
  }
  const isOutside = (best !== null && value > best) || (worst !== null && value < worst);
  if (isOutside) {
    found.error(at("ratingValue"), {
      rule: "ratingValue lies between worstRating and bestRating.",
      why: `It is ${value}, of ${worst ?? "?"} to ${best ?? "?"}.`,
      what: "Write the number of this rating on the scale that the ends are of.",
    });
  }
  if (!Number.isInteger(value)) {
    found.hint(at("ratingValue"), {
      rule: "ratingValue should be a whole number.",
      why: `It is ${value}.`,
      what: "Number the ratings of the scale 1, 2, 3 and so on, the truest highest.",
    });
  }
  const looksInverted = (falsest.test(label) && value === best) || (truest.test(label) && value === worst);
  if (looksInverted) {
    found.warning(at("ratingValue"), {
      rule: "The closer to bestRating, the truer.",
      why: `“${label}” has ${value === best ? "the highest" : "the lowest"} number, so readers of the numbers take it for the opposite.`,
      what: "Turn the numbers round.",
    });
  }
}

/** Null where there is none; "bad" for what is no number, which is then told. */
function numberOf(
  document: SchemaDocument,
  rating: PlacedNode,
  { term, found }: { term: string; found: Findings },
): number | "bad" | null {
  const [first] = document.valuesOf(rating, term);
  if (first === undefined) return null;
  const words = wordsOf(first.value);
  const number = words === null || words === "" ? Number.NaN : Number(words);
  if (!Number.isFinite(number)) {
    found.error(first.path, {
      rule: `${term} is a number.`,
      why: words === null ? "It is neither a number nor a text." : `It is “${words}”.`,
      what: "Write the number alone, or leave all three numbers out for a rating that is off the scale.",
    });
    return "bad";
  }
  if (typeof first.value === "string") {
    found.hint(first.path, {
      rule: `${term} is a number.`,
      why: "It is a text; some readers do not take it for a number.",
      what: `Write ${number} without quotation marks.`,
    });
  }
  return number;
}

const withoutValue = {
  rule: "bestRating and worstRating belong to a ratingValue.",
  why: "The ends of the scale are there, and the rating’s own number is not.",
  what: "Add ratingValue, or leave out the ends for a rating that is off the scale.",
};
const noNumber = {
  rule: "ratingValue is recommended for a rating on a scale.",
  why: "There is no number. That is right for a rating off the scale, and for desks that write a sentence.",
  what: "If the rating is one of an ordered scale, add ratingValue, bestRating and worstRating.",
};
const minusOne = {
  rule: "A rating off the scale has no number.",
  why: "It is −1, which some desks wrote for “none”; worstRating may not be less than 1.",
  what: "Leave out all three numbers.",
};

function numberOffScale(label: string) {
  return {
    rule: "A rating off the scale has no number.",
    why: `“${label}” says neither true nor false, and a number would place it between them.`,
    what: "Leave out all three numbers.",
  };
}

function missingEnd(term: string, end: string) {
  return {
    rule: `${term} is recommended.`,
    why: `Without it nobody can tell how ${end} rating is numbered.`,
    what: `Add ${term}.`,
  };
}
