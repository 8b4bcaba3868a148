import type { DocxPart, Links } from "#lib/formats/import/word/docx-package.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf } from "#lib/formats/import/xml.ts";

export type Footnote = {
  readonly id: string;
  readonly label: string;
  readonly element: XmlElement;
  readonly links: Links;
};

/** The footnotes and endnotes of a Word file, numbered as the text mentions them. */
export class DocxFootnotes {
  /** In the order of their mention. */
  readonly mentioned: Footnote[] = [];
  readonly #known = new Map<string, Footnote>();
  readonly #parts: Readonly<Record<"footnote" | "endnote", ReadonlyMap<string, XmlElement>>>;
  readonly #links: Readonly<Record<"footnote" | "endnote", Links>>;
  readonly #numbers = { footnote: 0, endnote: 0 };

  constructor(footnotes: DocxPart | null, endnotes: DocxPart | null) {
    this.#parts = { footnote: notesIn(footnotes, "w:footnote"), endnote: notesIn(endnotes, "w:endnote") };
    this.#links = { footnote: footnotes?.links ?? new Map(), endnote: endnotes?.links ?? new Map() };
  }

  /** `hasOwnMark` where the author typed a mark instead of the number. Null where there is no such note. */
  mention(
    kind: "footnote" | "endnote",
    key: string,
    { hasOwnMark }: { readonly hasOwnMark: boolean },
  ): Footnote | null {
    const known = this.#known.get(`${kind} ${key}`);
    if (known !== undefined) return known;
    const element = this.#parts[kind].get(key);
    if (element === undefined) return null;
    if (!hasOwnMark) this.#numbers[kind] += 1;
    const label = hasOwnMark ? "" : this.#labelOf(kind);
    const note = { id: `footnote-${this.mentioned.length + 1}`, label, element, links: this.#links[kind] };
    this.#known.set(`${kind} ${key}`, note);
    this.mentioned.push(note);
    return note;
  }

  /** Beside footnotes, endnotes count in small Roman numerals, as Word does. */
  #labelOf(kind: "footnote" | "endnote"): string {
    const number = this.#numbers[kind];
    return kind === "endnote" && this.#parts.footnote.size > 0 ? roman(number) : String(number);
  }
}

function notesIn(part: DocxPart | null, name: string): ReadonlyMap<string, XmlElement> {
  const notes = part === null ? [] : childrenOf(part.root, name);
  const isText = (type: string | null) => type === null || type === "normal";
  return new Map(
    notes.filter((note) => isText(attributeOf(note, "w:type"))).map((note) => [attributeOf(note, "w:id") ?? "", note]),
  );
}

const numerals: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(number: number): string {
  let left = number;
  let text = "";
  for (const [value, numeral] of numerals) {
    text += numeral.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
