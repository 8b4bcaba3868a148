"use client";

import { PassagesUpload } from "#components/annotation/passages-upload.tsx";
import { sendSheet, sheetTypes } from "#components/annotation/send-sheet.ts";
import type { SheetPage } from "#lib/domain/annotation-sheet.ts";

/** Where a desk's fact-check sheet comes into an article. The whole `main` of a page. */
export function SheetUpload({ page }: { page: SheetPage }) {
  return (
    <PassagesUpload
      page={page}
      heading="Bring in a fact-check sheet"
      lead="Each row becomes a claim where its quote stands in the text, with its sources as evidence and its notes. Rows that are not in the text are listed, and stay out."
      action={sendSheet}
      accept={sheetTypes}
      hint="XLSX or CSV, one row for each fact; at most 10 MB and 2,000 facts."
      why="You say next what its columns hold."
      then={`/articles/${page.articleId}/sheet`}
    />
  );
}
