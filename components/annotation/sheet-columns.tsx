"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { SheetTable } from "#components/annotation/sheet-table.tsx";
import { Form } from "#components/ui/form.tsx";
import { useFormContext } from "#components/ui/form-context.ts";
import { Icon } from "#components/ui/icon.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import type { ColumnRole, SheetPage, SheetView } from "#lib/domain/annotation-sheet.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = { page: SheetPage; file: NonNullable<SheetPage["file"]>; action: FormAction };
type Named = { readonly isNamed: boolean; readonly roles: readonly ColumnRole[] };

/** What the columns of a sheet hold, guessed beforehand. The whole `main` of a page. */
export function SheetColumns({ page: { articleId, title, version }, file, action }: Props) {
  const router = useRouter();
  const [index, setIndex] = useState(0);
  const [changed, setChanged] = useState<ReadonlyMap<number, Named>>(new Map());
  const sheet = file.sheets[index] ?? file.sheets[0];
  if (sheet === undefined) return null;
  const { isNamed, roles } = changed.get(index) ?? guessed(sheet);
  const change = (part: Partial<Named>) => setChanged(new Map(changed).set(index, { isNamed, roles, ...part }));
  const facts = sheet.count - (isNamed ? 1 : 0);
  return (
    <main className="wrap" id="main">
      <ArticleCrumb articleId={articleId} title={title}>
        <VersionsCrumb articleId={articleId} />
      </ArticleCrumb>
      <div className="phead">
        <h1>What the columns hold</h1>
        <span className="faint">
          <bdi>{file.fileName}</bdi>, into version {version.number}
        </span>
      </div>
      <p className="soft mb-6">
        Where a row has no quote, its statement is looked for in the text. Verdicts and names of checkers are kept in
        the note: the verdict is yours to give.
      </p>
      <Form
        action={action}
        label="What the columns hold"
        hidden={{ id: file.sheetId, articleId }}
        onSaved={(id) => router.push(`/articles/${articleId}/annotations/${id}`)}
      >
        <input type="hidden" name="sheet" value={index} readOnly />
        <input type="hidden" name="named" value={isNamed ? "yes" : "no"} readOnly />
        <input type="hidden" name="columns" value={roles.join(",")} readOnly />
        <div className="stack">
          {file.sheets.length > 1 && (
            <div className="field">
              <label htmlFor="which-sheet">Sheet</label>
              <select
                id="which-sheet"
                className="in"
                value={index}
                onChange={(event) => setIndex(Number(event.target.value))}
              >
                {file.sheets.map(({ name }, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: sheets of a file never change their order
                  <option key={place} value={place}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          )}
          <label className="tick">
            <input type="checkbox" checked={isNamed} onChange={(event) => change({ isNamed: event.target.checked })} />
            <span>The first row names the columns</span>
          </label>
        </div>
        <ColumnsProblem />
        <SheetTable
          sheet={sheet}
          isNamed={isNamed}
          roles={roles}
          onRole={(column, role) => change({ roles: roles.with(column, role) })}
        />
        <div className="acts">
          <SubmitButton>Look for the rows</SubmitButton>
          <Link className="btn bare" href={`/articles/${articleId}/sheet`} prefetch={false}>
            Choose another file
          </Link>
          <span className="why">
            {facts === 1 ? "1 row." : `${facts} rows.`} You see where each stands before it comes in.
          </span>
        </div>
      </Form>
    </main>
  );
}

function guessed({ isNamed, columns }: SheetView): Named {
  return { isNamed, roles: columns.map(({ guess }) => guess) };
}

function ColumnsProblem() {
  const { errors } = useFormContext();
  return (
    <div role="alert">
      {errors.columns !== undefined && (
        <p className="refusal">
          <Icon name="warn" />
          <span>{errors.columns}</span>
        </p>
      )}
    </div>
  );
}
