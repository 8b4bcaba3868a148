"use client";

import { useEffect, useRef, useState } from "react";
import { type CheckedFile, CheckedFileView } from "#components/proof/checked-file.tsx";
import { FileField } from "#components/proof/file-field.tsx";
import { announce } from "#components/ui/live-region.tsx";

type Props = { check: (files: readonly File[]) => Promise<CheckedFile> };

/** Where anybody checks an exported report, in the browser alone. The whole `main` of a page. */
export function VerifyPage({ check }: Props) {
  const [file, setFile] = useState<CheckedFile | null>(null);
  const [busy, setBusy] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const latest = useRef(0);
  const take = async (files: readonly File[]) => {
    latest.current += 1;
    const mine = latest.current;
    setBusy(true);
    announce("The file is being checked.");
    const answer = await check(files);
    if (mine !== latest.current) return;
    setBusy(false);
    setFile(answer);
  };
  useEffect(() => {
    if (file !== null) head.current?.focus();
  }, [file]);
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Check a report</h1>
      </div>
      <p className="soft mb-4">
        Every report that a desk exports carries a signed copy of the edition behind it. This page opens that copy,
        computes its digest and signature, and says whether the file is what the desk published. It works on this
        device; the file does not leave it.
      </p>
      <noscript>
        <p className="mb-4">
          Scripts are off in this browser, so nothing happens when you choose a file. Turn them on for this page, or use
          the command below.
        </p>
      </noscript>
      <FileField onFiles={(files) => void take(files)} />
      <div aria-busy={busy || undefined}>
        {busy && <p className="faint">Checking …</p>}
        {file !== null && !busy && <CheckedFileView file={file} head={head} />}
      </div>
      <p className="aside mt-4">
        Without this page: <code>npx stet verify FILE --keys KEYS</code> does the same without a network, and makes the
        file again to compare it. KEYS is what the desk publishes at its own address.
      </p>
    </main>
  );
}
