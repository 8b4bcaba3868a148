"use client";

import { showToast } from "#components/ui/toast.tsx";

/** A SHA-256 in hexadecimal with the way to have it on the clipboard. */
export function EditionDigest({ digest }: { digest: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(digest);
      showToast("The digest is copied.");
    } catch {
      // Without the permission, or without https; the sentence says how it can be had by hand.
      showToast("It could not be copied. Select the digest and copy it by hand.");
    }
  };
  return (
    <>
      <span className="data" dir="ltr">
        {digest}
      </span>{" "}
      <button type="button" className="textbtn" onClick={() => void copy()}>
        Copy<span className="vh"> the digest</span>
      </button>
    </>
  );
}
