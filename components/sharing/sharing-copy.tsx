"use client";

import { Button } from "#components/ui/button.tsx";
import { copyLink } from "#components/ui/copy-link.ts";

type Props = {
  what: "address" | "code";
  /** What it is the address or the code of. */
  of: string;
  words: string;
};

/** An address or a piece of code that stays on the page, to be read and copied. */
export function SharingCopy({ what, of, words }: Props) {
  const label = `${what === "address" ? "Address" : "Embed code"}: ${of}`;
  const field = { className: "in", "aria-label": label, dir: "ltr", readOnly: true, value: words } as const;
  return (
    <div className={what === "address" ? "onelink" : "onelink items-start"}>
      {what === "address" ? (
        <input {...field} onFocus={(event) => event.target.select()} />
      ) : (
        <textarea {...field} rows={3} spellCheck={false} onFocus={(event) => event.target.select()} />
      )}
      <Button onClick={() => void copyLink(words, { otherwise, copied: copiedWords[what] })}>
        <span>
          {what === "address" ? "Copy link" : "Copy code"}
          <span className="vh">: {of}</span>
        </span>
      </Button>
    </div>
  );
}

const otherwise = "It could not be copied. Select it and copy it by hand.";
const copiedWords = { address: "The link is copied.", code: "The code is copied." } as const;
