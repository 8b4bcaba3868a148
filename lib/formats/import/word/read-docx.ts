import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import { openArchive } from "#lib/formats/import/archive.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import type { ChangesChoice } from "#lib/formats/import/word/change-log.ts";
import { ChangeLog } from "#lib/formats/import/word/change-log.ts";
import { CommentThreads } from "#lib/formats/import/word/comment-threads.ts";
import { docxComments } from "#lib/formats/import/word/docx-comments.ts";
import { DocxFootnotes } from "#lib/formats/import/word/docx-footnotes.ts";
import type { DocxPackage } from "#lib/formats/import/word/docx-package.ts";
import { openDocx } from "#lib/formats/import/word/docx-package.ts";
import type { Place } from "#lib/formats/import/word/docx-place.ts";
import { DocxStyles } from "#lib/formats/import/word/docx-styles.ts";
import { DocxWalk } from "#lib/formats/import/word/docx-walk.ts";
import { readFootnotes } from "#lib/formats/import/word/footnote-blocks.ts";
import { Story } from "#lib/formats/import/word/story.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { Telling } from "#lib/formats/import/word/telling.ts";
import { wordDocument } from "#lib/formats/import/word/word-document.ts";
import { wordMetadata } from "#lib/formats/import/word/word-metadata.ts";
import { attributeOf, eachElement, elementWithin } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Reads a Word file (DOCX, ECMA-376): text, footnotes, comments and tracked changes, which are accepted, rejected or
 * shown. Any bytes give a document or a problem; an encrypted DOCX is known by the compound file it comes in.
 */
export async function readDocx(
  bytes: Uint8Array,
  options: { readonly changes: ChangesChoice },
): Promise<Result<ImportedDocument, ImportProblem>> {
  if (compoundFile.every((byte, index) => bytes[index] === byte)) return err({ kind: "encrypted" });
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const opened = await openDocx(archive.value);
  if (!opened.ok) return opened;
  const { main, side } = opened.value;
  const [notes, endnotes] = [await side("footnotes"), await side("endnotes")];
  const styles = new DocxStyles((await side("styles"))?.root ?? null);
  const properties = (await side("core-properties"))?.root ?? null;
  const metadata = wordMetadata(properties, styles.language);
  const log = new ChangeLog(options.changes);
  const story = new Story(metadata.language?.value ?? "en");
  const threads = await threadsOf(side);
  const footnotes = new DocxFootnotes(notes, endnotes);
  const ended = endsOfComments([main, notes, endnotes].flatMap((part) => part?.root ?? []));
  const walk = new DocxWalk({ telling: new Telling(story, log), styles, threads, footnotes, ended });
  walk.walk(main.root, { ...nowhere, links: main.links });
  const told = readFootnotes(story, footnotes.mentioned, ({ element, links, label }) => {
    const hasLabel = ["w:footnoteRef", "w:endnoteRef"].some((name) => elementWithin(element, name) !== null);
    story.begin(footnoteKind);
    if (!hasLabel) story.label(label);
    walk.walkApart(element, { ...nowhere, kind: footnoteKind, links, label });
  });
  return wordDocument("docx", { story, log, threads, footnotes: told, pictures: walk.pictures }, metadata);
}

const footnoteKind: ParagraphKind = { type: "footnote" };

const nowhere: Place = {
  marks: [],
  changes: [],
  kind: null,
  isHidden: false,
  isCode: false,
  links: new Map(),
  label: "",
};

async function threadsOf(side: DocxPackage["side"]): Promise<CommentThreads> {
  const comments = (await side("comments"))?.root ?? null;
  return new CommentThreads(docxComments(comments, (await side("commentsExtended"))?.root ?? null));
}

function endsOfComments(roots: readonly XmlElement[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const root of roots) {
    eachElement(root, (element) => {
      if (element.name === "w:commentRangeEnd") keys.add(attributeOf(element, "w:id") ?? "");
    });
  }
  return keys;
}
