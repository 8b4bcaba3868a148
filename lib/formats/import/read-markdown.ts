import { toHtml } from "hast-util-to-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { gfm } from "micromark-extension-gfm";
import type { Result } from "#lib/domain/result.ts";
import { ok } from "#lib/domain/result.ts";
import { textOfDraft } from "#lib/formats/import/block-words.ts";
import { splitFrontMatter } from "#lib/formats/import/front-matter.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { foundDay, foundLine, foundNames } from "#lib/formats/import/metadata-values.ts";
import { readHtmlFragment } from "#lib/formats/import/read-html.ts";
import { readText } from "#lib/formats/import/read-text.ts";
import { isTangledMarkdown, splitMarkdown } from "#lib/formats/import/split-markdown.ts";

const inFrontMatter = "the front matter";

/** CommonMark with GitHub's extensions, read by way of HTML: raw HTML in it passes the same reader as any page. */
export function readMarkdown(text: string, address: string | null): Result<ImportedDocument, ImportProblem> {
  const { body, fields } = splitFrontMatter(text.replace(/\r\n?/g, "\n").replace(/^\n+/, ""));
  const html = isTangledMarkdown(body) ? null : toHtmlText(body);
  if (html === null) return ok(asPlainText(text));
  const read = readHtmlFragment(html, address);
  if (!read.ok) return read;
  const first = read.value.blocks[0];
  const headline = first?.type === "heading" && first.level === 1 ? textOfDraft(first) : null;
  const title = foundLine(fields.get("title"), inFrontMatter) ?? foundLine(headline, "the first heading");
  return ok({
    ...read.value,
    format: "markdown",
    metadata: {
      ...noMetadata,
      title,
      byline: foundNames(fields.get("author") ?? fields.get("byline"), inFrontMatter),
      published: foundDay(fields.get("date"), inFrontMatter),
    },
  });
}

function asPlainText(text: string): ImportedDocument {
  const warning =
    "The Markdown of this file is too tangled to be read as such. It was read as plain text, with its signs.";
  return { ...readText(text), warnings: [warning] };
}

function toHtmlText(markdown: string): string | null {
  try {
    return splitMarkdown(markdown)
      .map((piece) => {
        const tree = fromMarkdown(piece, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        return toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true });
      })
      .join("\n");
  } catch (error) {
    if (error instanceof RangeError) return null; // The call stack's end: emphasis nested thousands deep.
    throw error;
  }
}
