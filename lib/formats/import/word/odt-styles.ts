import type { RunLook } from "#lib/formats/import/word/docx-runs.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { headingOf, kindOfStyleName, plainParagraph } from "#lib/formats/import/word/style-kind.ts";
import { attributeOf, elementWithin } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf, childrenOf } from "#lib/formats/import/xml.ts";

/** What a style of paragraphs gives them; `look` is that of an automatic style, which stands for formatting by hand. */
export type OdtParagraphStyle = { readonly kind: ParagraphKind; readonly look: RunLook };

/** The styles of an OpenDocument text, automatic ones included, by family and name. */
export class OdtStyles {
  /** As the file writes it, or null. */
  readonly language: string | null;
  readonly #styles = new Map<string, { readonly style: XmlElement; readonly isAutomatic: boolean }>();
  readonly #paragraphs = new Map<string, OdtParagraphStyle>();
  readonly #runs = new Map<string, RunLook>();

  constructor(styles: XmlElement | null, content: XmlElement) {
    for (const root of [styles, content]) {
      for (const group of root === null ? [] : childrenOf(root)) {
        const isAutomatic = group.name === "office:automatic-styles";
        if (!isAutomatic && group.name !== "office:styles") continue;
        for (const style of childrenOf(group, "style:style")) this.#styles.set(keyOf(style), { style, isAutomatic });
      }
    }
    this.language = languageOf(styles);
  }

  paragraph(name: string): OdtParagraphStyle {
    const known = this.#paragraphs.get(name);
    if (known !== undefined) return known;
    const chain = this.#chainOf("paragraph", name);
    const base = chain.length === 0 ? name : attributeOf(chain.at(-1)?.style ?? null, "style:parent-style-name");
    const named = chain.reduce<ParagraphKind | null>((found, each) => found ?? kindOf(each.style), null);
    const kind = named ?? kindOfStyleName(base ?? "");
    const [own] = chain;
    const look = own?.isAutomatic === true ? lookOf(own.style) : {};
    const isHidden = chain.some((each) => lookOf(each.style).isHidden === true);
    const style = { kind: kind ?? plainParagraph, look: isHidden ? { ...look, isHidden } : look };
    this.#paragraphs.set(name, style);
    return style;
  }

  run(name: string): RunLook {
    const known = this.#runs.get(name);
    if (known !== undefined) return known;
    const looks = this.#chainOf("text", name).map((each) => lookOf(each.style));
    const look: RunLook = Object.assign({}, ...looks.reverse());
    this.#runs.set(name, look);
    return look;
  }

  #chainOf(family: string, name: string) {
    const chain: { readonly style: XmlElement; readonly isAutomatic: boolean }[] = [];
    for (let next: string | null = name; next !== null && chain.length < 20; ) {
      const found = this.#styles.get(`${family} ${next}`);
      if (found === undefined) break;
      chain.push(found);
      next = attributeOf(found.style, "style:parent-style-name");
    }
    return chain;
  }
}

const keyOf = (style: XmlElement) =>
  `${attributeOf(style, "style:family") ?? ""} ${attributeOf(style, "style:name") ?? ""}`;

function kindOf(style: XmlElement): ParagraphKind | null {
  const named = kindOfStyleName(attributeOf(style, "style:name") ?? "");
  const level = attributeOf(style, "style:default-outline-level") ?? "";
  return named ?? (/^[1-9]\d?$/.test(level) ? headingOf(Number(level)) : null);
}

function lookOf(style: XmlElement): RunLook {
  const properties = childOf(style, "style:text-properties");
  const slant = attributeOf(properties, "fo:font-style");
  const weight = attributeOf(properties, "fo:font-weight");
  const position = attributeOf(properties, "style:text-position");
  const display = attributeOf(properties, "text:display");
  return {
    ...(slant === null ? {} : { emphasis: slant !== "normal" }),
    ...(weight === null ? {} : { strong: weight === "bold" || Number(weight) >= 600 }),
    ...(position === null ? {} : { vertical: verticalOf(position) }),
    ...(display === null ? {} : { isHidden: display === "none" }),
  };
}

function verticalOf(position: string): string {
  const share = Number.parseFloat(position);
  if (position.startsWith("super") || share > 0) return "superscript";
  return position.startsWith("sub") || share < 0 ? "subscript" : "baseline";
}

function languageOf(styles: XmlElement | null): string | null {
  const group = styles === null ? null : childOf(styles, "office:styles");
  const defaults = group === null ? [] : childrenOf(group, "style:default-style");
  const paragraph = defaults.find((style) => attributeOf(style, "style:family") === "paragraph") ?? null;
  const properties = elementWithin(paragraph, "style:text-properties");
  const language = attributeOf(properties, "fo:language");
  const country = attributeOf(properties, "fo:country");
  if (language === null || language === "none" || language === "zxx") return null;
  return country === null || country === "none" ? language : `${language}-${country}`;
}
