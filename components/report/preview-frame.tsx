"use client";

import { useEffect, useRef, useState } from "react";

/**
 * The next edition as it would be frozen, in a frame that runs nothing. Read again whenever `seen` is another, at the
 * place where the reader was.
 */
export function PreviewFrame({ articleId, seen }: { articleId: string; seen: string }) {
  const address = `/api/v1/articles/${articleId}/preview`;
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef(seen);
  const top = useRef(0);
  const underWay = useRef(false);
  const [isReading, setReading] = useState(false);
  // The first address stays the frame's own: later ones replace it without a step in the history of the tab.
  const [first] = useState(`${address}?seen=${seen}`);
  useEffect(() => {
    const page = frame.current?.contentWindow;
    if (shown.current === seen || !page) return;
    // One that is not read to its end yet stands at its beginning.
    if (!underWay.current) top.current = page.scrollY;
    shown.current = seen;
    underWay.current = true;
    setReading(true);
    page.location.replace(`${address}?seen=${seen}`);
  }, [address, seen]);
  const arrived = () => {
    underWay.current = false;
    setReading(false);
    frame.current?.contentWindow?.scrollTo(0, top.current);
  };
  return (
    <section className="preview" id="preview" aria-label="Preview">
      <h2>
        Preview <small>{isReading ? "is being read anew…" : "what would be frozen now"}</small>
        <a className="link" href={address} target="_blank" rel="noreferrer">
          Open in a tab
        </a>
      </h2>
      <iframe
        ref={frame}
        title="Preview of the next edition"
        src={first}
        // Without scripts there is nothing in it that its origin would let do anything; we read where it is scrolled.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        onLoad={arrived}
      />
    </section>
  );
}
