"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { SourceActions } from "#components/source/source-actions.ts";
import { SourceForm } from "#components/source/source-form.tsx";
import { showToast } from "#components/ui/toast.tsx";

type Props = Pick<SourceActions, "createSource" | "findSources">;

/** Adds a source to the library before any evidence cites it. The whole `main` of a page. */
export function NewSource({ createSource, findSources }: Props) {
  const router = useRouter();
  return (
    <main className="wrap narrow" id="main">
      <nav className="crumb tight" aria-label="Way back">
        <Link className="link" href="/sources" prefetch={false}>
          Sources
        </Link>
      </nav>
      <div className="phead">
        <h1>Add a source</h1>
      </div>
      <SourceForm
        source={null}
        action={createSource}
        find={findSources}
        onCancel={null}
        onSaved={(id) => {
          showToast("The source is in the library.");
          router.push(`/sources/${id}`);
        }}
      />
    </main>
  );
}
