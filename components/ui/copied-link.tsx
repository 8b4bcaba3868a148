"use client";

import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { copyLink } from "#components/ui/copy-link.ts";

const otherwise = "It could not be copied. Select the link and copy it by hand.";

/** A link that is shown once, to be copied. It takes the focus, for it is what is wanted next: give it the link as its key. */
export function CopiedLink({ label, link }: { label: string; link: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className="onelink">
      <input
        ref={field}
        className="in"
        aria-label={label}
        dir="ltr"
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copyLink(link, { otherwise })}>Copy link</Button>
    </div>
  );
}
