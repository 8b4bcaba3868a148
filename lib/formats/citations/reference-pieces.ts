import type { CslItem } from "#lib/domain/csl-item.ts";
import type { EditionReference } from "#lib/formats/citations/edition-references.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** A stretch of a reference as it is printed, and where it leads, if anywhere. */
export type ReferencePiece = { readonly text: string; readonly italic: boolean; readonly href: string | null };

type Printed = { readonly words: string; readonly href: string };

/** A reference with the addresses in it as links, and the source's own at its end where the style does not print it. */
export function referencePieces({ runs, text, item, address }: EditionReference): ReferencePiece[] {
  const own = [textOf(item, "URL"), address].filter((words) => words !== "" && address !== "");
  const doi = textOf(item, "DOI");
  const href = doi === "" ? null : safeLink(`https://doi.org/${doi.replace(/[%?#]/gu, encodeURIComponent)}`);
  const printed: Printed[] = [
    ...own.map((words) => ({ words, href: address })),
    ...(href === null ? [] : [`https://doi.org/${doi}`, doi].map((words) => ({ words, href }))),
  ];
  const pieces = runs.flatMap(({ text: part, italic }) => {
    return piecesOf(part, printed).map((piece) => ({ href: null, ...piece, italic }));
  });
  if (address === "" || own.some((words) => text.includes(words))) return pieces;
  return [...pieces, { text: " ", italic: false, href: null }, { text: address, italic: false, href: address }];
}

function piecesOf(text: string, printed: readonly Printed[]): { readonly text: string; readonly href?: string }[] {
  for (const { words, href } of printed) {
    const at = text.indexOf(words);
    if (at === -1) continue;
    const rest = text.slice(at + words.length);
    return [...piecesOf(text.slice(0, at), printed), { text: words, href }, ...piecesOf(rest, printed)];
  }
  return text === "" ? [] : [{ text }];
}

function textOf(item: CslItem | null, name: string): string {
  const value = item?.[name];
  return typeof value === "string" ? value : "";
}
