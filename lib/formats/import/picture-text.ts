import { cleanLine } from "#lib/formats/import/clean-line.ts";
import type { HtmlElement } from "#lib/formats/import/html-tree.ts";
import { attributeOf } from "#lib/formats/import/html-tree.ts";

const saysNothing =
  /^(?:(?:an? |the )?(?:image|images|img|photo|picture|logo|icon|avatar|thumbnail|placeholder|spacer|loading|advert(?:isement)?)\W*|[\w%()+ .-]+\.(?:jpe?g|png|gif|webp|svg|avif|bmp)|(?:img|dsc|image)[\W_]*\d+|https?:\S+)$/i;

/** The alternative text of a picture, where it says something. An emoji drawn as a picture stays in its line. */
export function pictureText(image: HtmlElement): { readonly text: string; readonly inline: boolean } | null {
  const text = cleanLine(attributeOf(image, "alt") ?? "", 2000);
  if (text === null || isTiny(image)) return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return /\p{Extended_Pictographic}/u.test(text) ? { text, inline: true } : null;
  return saysNothing.test(text) ? null : { text, inline: false };
}

function isTiny(image: HtmlElement): boolean {
  return ["width", "height"].some((name) => /^\s*[0-3](?:px)?\s*$/.test(attributeOf(image, name) ?? ""));
}
