import type { RunMark } from "#lib/domain/block.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childOf } from "#lib/formats/import/xml.ts";

/** What run properties say about the look of a run; what they do not say is not there. */
export type RunLook = {
  readonly emphasis?: boolean;
  readonly strong?: boolean;
  readonly vertical?: string;
  readonly isHidden?: boolean;
};

/** A toggle among properties: null where it is not there, false where it is switched off. */
export function isOn(properties: XmlElement | null, name: string): boolean | null {
  const toggle = properties === null ? null : childOf(properties, name);
  return toggle === null ? null : !/^(?:0|false|off|none)$/.test(attributeOf(toggle, "w:val") ?? "1");
}

export function lookOf(properties: XmlElement | null): RunLook {
  if (properties === null) return {};
  const emphasis = isOn(properties, "w:i") ?? isOn(properties, "w:iCs");
  const strong = isOn(properties, "w:b") ?? isOn(properties, "w:bCs");
  const isHidden = isOn(properties, "w:vanish");
  const vertical = attributeOf(childOf(properties, "w:vertAlign"), "w:val");
  return {
    ...(emphasis === null ? {} : { emphasis }),
    ...(strong === null ? {} : { strong }),
    ...(vertical === null ? {} : { vertical }),
    ...(isHidden === null ? {} : { isHidden }),
  };
}

/** The marks of a run: those it stands in, and those of its look. */
export function marksOfLook(look: RunLook, around: readonly RunMark[]): readonly RunMark[] {
  const own: RunMark[] = [];
  if (look.emphasis === true) own.push({ type: "emphasis" });
  if (look.strong === true) own.push({ type: "strong" });
  if (look.vertical === "superscript" || look.vertical === "subscript") own.push({ type: look.vertical });
  return own.length === 0 ? around : [...around, ...own];
}
