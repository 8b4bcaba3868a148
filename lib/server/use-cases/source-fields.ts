import "server-only";
import type { CslExtras } from "#lib/domain/csl.ts";
import type { CreateSource } from "#lib/schemas/source.ts";
import type { SourceFields } from "#lib/server/repositories/sources.ts";

type FlatFields = Omit<CreateSource, "id">;

/** What a form or the API sends, as what is stored. A source without a title is called by its address. */
export function sourceFields(input: FlatFields): SourceFields {
  const { kind, title, publication, author, publishedOn, address, doi, isbn, interests } = input;
  return {
    kind,
    title: title || address,
    publication,
    author,
    publishedOn,
    address,
    doi,
    isbn,
    interests,
    csl: extrasIn(input),
  };
}

/** The way back: every field by the name it has in a form. */
export function flatFields({ csl, ...columns }: SourceFields): FlatFields {
  return { ...columns, ...csl };
}

function extrasIn(input: FlatFields): CslExtras {
  const { type, editor, publisher, volume, issue, page, edition, number, genre, medium, language, archive } = input;
  const named = { type, editor, publisher, volume, issue, page, edition, number, genre, medium, language, archive };
  return {
    ...named,
    "publisher-place": input["publisher-place"],
    "event-title": input["event-title"],
    archive_location: input.archive_location,
  };
}
