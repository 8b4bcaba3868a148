import { isNode } from "#lib/formats/annotations/json-ld-node.ts";
import type { Findings } from "#lib/formats/linked-data/check-message.ts";
import { type Placed, type PlacedNode, type SchemaDocument, wordsOf } from "#lib/formats/linked-data/schema-node.ts";

const shorteners = new Set(["bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "is.gd", "t.ly", "lnkd.in"]);

export function checkUrl(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  const [first, second] = document.valuesOf(review, "url");
  const words = first === undefined ? "" : (wordsOf(first.value) ?? "");
  const path = first?.path ?? `${review.path}.url`;
  const url = webUrl(words);
  if (url === null) {
    found.error(path, {
      rule: "url is required: the whole address of the page with the check.",
      why: first === undefined ? "It is not there." : `“${words.slice(0, 80)}” is no absolute http or https address.`,
      what: "Write the address as readers open it. A desk that has none has to be given one first.",
    });
    return;
  }
  if (second !== undefined) found.warning(second.path, oneUrl);
  if (shorteners.has(url.hostname)) {
    found.error(path, {
      rule: "url is on the site of the page itself; redirects and short links are not followed.",
      why: `${url.hostname} shortens addresses.`,
      what: "Write the address that it leads to.",
    });
  }
  if (/^(?:localhost|127\.|\[::1\]|10\.|192\.168\.)/.test(url.hostname)) {
    found.warning(path, {
      rule: "url is a page that the public can open.",
      why: `${url.hostname} is open to this machine or its network only.`,
      what: "Publish the page, and write its public address.",
    });
  }
  for (const { value, path: at } of document.valuesOf(review, "author").slice(0, 1)) {
    const own = isNode(value)
      ? webUrl(wordsOf(document.valuesOf({ node: value, path: at }, "url")[0]?.value ?? "") ?? "")
      : null;
    if (own !== null && !isSameSite(own.hostname, url.hostname)) {
      found.hint(path, {
        rule: "url has the domain of the page that holds this data, or a subdomain of it.",
        why: `Its host is ${url.hostname}, the author’s ${own.hostname}.`,
        what: "Make sure that this data stands on the page that url names.",
      });
    }
  }
}

const oneUrl = {
  rule: "A ClaimReview has one url.",
  why: "There are several; only the first is read.",
  what: "Keep the page with the check. Where the claim was made is itemReviewed.appearance.",
};

export function checkAuthor(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  const [first] = document.valuesOf(review, "author");
  const path = first?.path ?? `${review.path}.author`;
  if (first === undefined) {
    found.warning(path, {
      rule: "author is recommended: who publishes the check.",
      why: "It is not there.",
      what: 'Write { "@type": "Organization", "name": …, "url": … }.',
    });
    return;
  }
  if (!isNode(first.value)) {
    found.warning(path, {
      rule: "author is an Organization or a Person.",
      why: "It is not an object.",
      what: 'Write { "@type": "Organization", "name": … }.',
    });
    return;
  }
  const author = { node: first.value, path };
  const has = (term: string) => document.valuesOf(author, term).some(({ value }) => (wordsOf(value) ?? "") !== "");
  if (!has("name") && !has("url")) {
    found.error(path, {
      rule: "author needs a name or a url.",
      why: "It has neither.",
      what: "Name the desk.",
    });
  }
  if (!has("correctionsPolicy")) {
    found.hint(`${path}.correctionsPolicy`, {
      rule: "A site that checks facts has a policy for corrections, or a way to report errors.",
      why: "This data does not name it.",
      what: "Add correctionsPolicy with its address, and link it from the page.",
    });
  }
}

/** The day of the check. */
export function checkDate(document: SchemaDocument, review: PlacedNode, found: Findings): void {
  const [first] = document.valuesOf(review, "datePublished");
  if (first === undefined) {
    found.hint(`${review.path}.datePublished`, {
      rule: "datePublished says when the check was published.",
      why: "It is not there. It is no longer asked for, and many readers still take it.",
      what: "Add the day, as in 2026-06-19.",
    });
  } else checkDay(first, found);
}

/** Whether a date is one after ISO 8601; tells it where it is not. */
export function checkDay({ value, path }: Placed, found: Findings): boolean {
  const words = wordsOf(value) ?? "";
  const isDate = /^\d{4}(-\d{2}(-\d{2}([T ]\d{2}.*)?)?)?$/.test(words) && !Number.isNaN(Date.parse(words));
  if (!isDate) {
    found.error(path, {
      rule: "A date is written after ISO 8601.",
      why: `“${words.slice(0, 80)}” is none.`,
      what: "Write it as in 2026-06-19, or 2026-06-19T14:32:00Z.",
    });
  }
  return isDate;
}

export function webUrl(words: string): URL | null {
  if (!/^https?:\/\//i.test(words) || !URL.canParse(words)) return null;
  return new URL(words);
}

export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [one.replace(/^www\./, ""), other.replace(/^www\./, "")];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}
