"use client";

import Link from "next/link";
import { type FocusEvent, type ReactNode, useState } from "react";
import { isNamedBy, type SourceName } from "#components/evidence/is-named-by.ts";
import { sourceName } from "#components/evidence/source-line.tsx";
import type { SourceActions } from "#components/source/source-actions.ts";
import type { FoundSource } from "#lib/domain/source-views.ts";

type Props = {
  by: SourceName;
  find: SourceActions["findSources"];
  /** The source whose form this is. */
  own: string | null;
  children: (field: {
    name: SourceName;
    hint: ReactNode;
    onBlur: (event: FocusEvent<HTMLInputElement>) => void;
  }) => ReactNode;
};

/** A field by which a source is known: once it is left, it says whether the desk has another source of that name. */
export function KnownSource({ by, find, own, children }: Props) {
  const [known, setKnown] = useState<FoundSource | null>(null);
  const look = async (typed: string) => {
    try {
      const found = typed.trim() === "" ? [] : await find(typed);
      setKnown(found.find((source) => source.id !== own && isNamedBy(source, { by, typed })) ?? null);
    } catch {
      // What cannot be looked up is not offered; the source's page says later what may be the same.
      setKnown(null);
    }
  };
  const hint =
    known === null ? undefined : (
      <>
        The desk has it as{" "}
        <Link className="link" href={`/sources/${known.id}`} prefetch={false}>
          <bdi>{sourceName(known)}</bdi>
        </Link>
        .
      </>
    );
  return children({ name: by, hint, onBlur: (event) => void look(event.target.value) });
}
