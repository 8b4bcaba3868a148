import type { RunLook } from "#lib/formats/import/word/docx-runs.ts";
import { isOn, lookOf } from "#lib/formats/import/word/docx-runs.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { headingOf, kindOfStyleName, plainParagraph } from "#lib/formats/import/word/style-kind.ts";
import { attributeOf, elementWithin } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, childrenOf } from "#lib/formats/import/xml.ts";

export type ParagraphStyle = {
  readonly kind: ParagraphKind;
  readonly isNumbered: boolean;
  readonly isHidden: boolean;
};

/** The styles of a Word file by their id; what a style does not say it has from the one it is based on. */
export class DocxStyles {
  /** As the file writes it, or null. */
  readonly language: string | null;
  readonly #styles = new Map<string, XmlElement>();
  readonly #paragraphs = new Map<string, ParagraphStyle>();
  readonly #runs = new Map<string, RunLook>();

  constructor(root: XmlElement | null) {
    const styles = root === null ? [] : childrenOf(root, "w:style");
    for (const style of styles) this.#styles.set(attributeOf(style, "w:styleId") ?? "", style);
    const normal = styles.find(
      (style) => attributeOf(style, "w:type") === "paragraph" && isTrue(attributeOf(style, "w:default")),
    );
    const defaults = root === null ? null : childOf(root, "w:docDefaults");
    this.language =
      attributeOf(elementWithin(normal ?? null, "w:lang"), "w:val") ??
      attributeOf(elementWithin(defaults, "w:lang"), "w:val");
  }

  paragraph(id: string): ParagraphStyle {
    const known = this.#paragraphs.get(id);
    if (known !== undefined) return known;
    const chain = this.#chainOf(id);
    const style = {
      kind: chain.reduce<ParagraphKind | null>((kind, each) => kind ?? kindOf(each), null) ?? plainParagraph,
      isNumbered: chain.map((each) => isNumbered(childOf(each, "w:pPr"))).find((said) => said !== null) ?? false,
      isHidden: chain.map((each) => isOn(childOf(each, "w:rPr"), "w:vanish")).find((said) => said !== null) ?? false,
    };
    this.#paragraphs.set(id, style);
    return style;
  }

  run(id: string): RunLook {
    const known = this.#runs.get(id);
    if (known !== undefined) return known;
    const looks = this.#chainOf(id).map((style) => lookOf(childOf(style, "w:rPr")));
    const look: RunLook = Object.assign({}, ...looks.reverse());
    this.#runs.set(id, look);
    return look;
  }

  #chainOf(id: string): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let next: string | null = id; next !== null && chain.length < 20; ) {
      const style: XmlElement | undefined = this.#styles.get(next);
      if (style === undefined) break;
      chain.push(style);
      next = attributeOf(childOf(style, "w:basedOn"), "w:val");
    }
    return chain;
  }
}

function kindOf(style: XmlElement): ParagraphKind | null {
  const named = kindOfStyleName(attributeOf(childOf(style, "w:name"), "w:val") ?? "");
  return named ?? outlineKind(childOf(style, "w:pPr"));
}

/** By the outline level of paragraph properties (0 to 8, 9 is body text); null where they have none. */
export function outlineKind(properties: XmlElement | null): ParagraphKind | null {
  const level = attributeOf(properties === null ? null : childOf(properties, "w:outlineLvl"), "w:val");
  if (level === null || !/^\d$/.test(level)) return null;
  return level === "9" ? plainParagraph : headingOf(Number(level) + 1);
}

/** Whether paragraph properties make an item of a list; null where they do not say. The list 0 is none. */
export function isNumbered(properties: XmlElement | null): boolean | null {
  const numbering = properties === null ? null : childOf(properties, "w:numPr");
  if (numbering === null) return null;
  return attributeOf(childOf(numbering, "w:numId"), "w:val") !== "0";
}

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true" || value === "on";
}
