"use client";

const regionId = "live";

/** The page's one polite live region; it stands in the layout, so that it exists before anything is said. */
export function LiveRegion() {
  return <div id={regionId} className="vh" role="status" aria-live="polite" data-skip="" />;
}

/** Says a sentence to screen readers; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  const region = document.getElementById(regionId);
  if (region === null) return;
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
