import type { Result } from "#lib/domain/result.ts";
import { err } from "#lib/domain/result.ts";
import type { Archive } from "#lib/formats/import/archive.ts";
import { openArchive } from "#lib/formats/import/archive.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import type { ChangesChoice } from "#lib/formats/import/word/change-log.ts";
import { ChangeLog } from "#lib/formats/import/word/change-log.ts";
import { CommentThreads } from "#lib/formats/import/word/comment-threads.ts";
import { readFootnotes } from "#lib/formats/import/word/footnote-blocks.ts";
import { odtChanges } from "#lib/formats/import/word/odt-changes.ts";
import { odtComments } from "#lib/formats/import/word/odt-comments.ts";
import type { OdtPlace } from "#lib/formats/import/word/odt-place.ts";
import { OdtStyles } from "#lib/formats/import/word/odt-styles.ts";
import { OdtWalk } from "#lib/formats/import/word/odt-walk.ts";
import { Story } from "#lib/formats/import/word/story.ts";
import type { ParagraphKind } from "#lib/formats/import/word/style-kind.ts";
import { Telling } from "#lib/formats/import/word/telling.ts";
import { wordDocument } from "#lib/formats/import/word/word-document.ts";
import { wordMetadata } from "#lib/formats/import/word/word-metadata.ts";
import { elementWithin, readPart, readSidePart } from "#lib/formats/import/word/xml-part.ts";

const footnoteKind: ParagraphKind = { type: "footnote" };
const nowhere: OdtPlace = {
  marks: [],
  kind: null,
  paragraph: null,
  isItem: false,
  isHidden: false,
  deletions: [],
};

/**
 * Reads an OpenDocument text (ODT, ODF 1.3): text, footnotes, comments and tracked changes, which are accepted, rejected
 * or shown. Any bytes give a document or a problem; encryption is known by the manifest.
 */
export async function readOdt(
  bytes: Uint8Array,
  options: { readonly changes: ChangesChoice },
): Promise<Result<ImportedDocument, ImportProblem>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  if (await isEncrypted(archive.value)) return err({ kind: "encrypted" });
  const content = await readPart(archive.value, "content.xml");
  if (!content.ok) return content;
  const text = elementWithin(content.value, "office:text");
  if (content.value === null || text === null) return err({ kind: "damaged" });
  const styles = new OdtStyles(await readSidePart(archive.value, "styles.xml"), content.value);
  const metadata = wordMetadata(await readSidePart(archive.value, "meta.xml"), styles.language);
  const log = new ChangeLog(options.changes);
  const story = new Story(metadata.language?.value ?? "en");
  const annotations = odtComments(text);
  const threads = new CommentThreads(annotations.comments);
  const telling = new Telling(story, log);
  const walk = new OdtWalk({ telling, styles, threads, annotations, changes: odtChanges(text) });
  walk.walk(text, nowhere);
  const footnotes = readFootnotes(story, walk.footnotes, ({ element, label }) => {
    story.begin(footnoteKind);
    story.label(label);
    walk.walk(element, { ...nowhere, kind: footnoteKind });
  });
  return wordDocument("odt", { story, log, threads, footnotes, pictures: walk.pictures }, metadata);
}

async function isEncrypted(archive: Archive): Promise<boolean> {
  if (archive.names.includes("encrypted-package")) return true;
  const manifest = await readSidePart(archive, "META-INF/manifest.xml");
  return elementWithin(manifest, "manifest:encryption-data") !== null;
}
