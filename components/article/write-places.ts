export type Place = { readonly item: HTMLElement; readonly y: number };

/** Notes written in one frame, those out of sight: a thousand at once would hold the page for a tenth of a second. */
const batch = 150;

/**
 * Moves notes to their places: those within a screen of the view now, and with a movement one can follow; the others in
 * the next frames, without. The first time all stand at once. Returns what stops the rest.
 */
export function writePlaces(galley: HTMLElement, places: readonly Place[]): () => void {
  const first = !galley.hasAttribute("data-placed");
  const { top } = galley.getBoundingClientRect();
  const isNear = (y: number) => y >= -top - innerHeight && y <= -top + 2 * innerHeight;
  const changed = places
    .map(({ item, y }) => ({ item, y, before: Number.parseFloat(item.style.getPropertyValue("--y")) || 0 }))
    .filter(({ y, before }) => y !== before);
  const far: Place[] = [];
  for (const { item, y, before } of changed) {
    const near = !first && (isNear(y) || isNear(before));
    if (near) write({ item, y }, "moves");
    else if (first) write({ item, y }, "jumps");
    else far.push({ item, y });
  }
  let frame = 0;
  const goOn = () => {
    for (const place of far.splice(0, batch)) write(place, "jumps");
    if (far.length > 0) frame = requestAnimationFrame(goOn);
  };
  if (far.length > 0) frame = requestAnimationFrame(goOn);
  return () => cancelAnimationFrame(frame);
}

function write({ item, y }: Place, how: "moves" | "jumps"): void {
  item.toggleAttribute("data-moves", how === "moves");
  item.style.setProperty("--y", `${y}px`);
}
