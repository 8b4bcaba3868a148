import type { Gate } from "#lib/domain/gate.ts";

/** What a button that leads to the place where a gate is met says; null where there is no such place yet. */
export const leadWords: Readonly<Record<Gate, string | null>> = {
  origins: "Go to the evidence",
  sourcing: "Go to the evidence",
  captured: "Go to the evidence",
  rationale: null,
  reply: "Go to the replies",
  quotations: "Go to the evidence",
  threads: null,
};

/** Goes to where a gate is met in a claim's panel: opens the form, or moves focus to the piece of evidence. */
export function leadTo(gate: Gate, piece: number | undefined): void {
  const panel = document.getElementById("panel") ?? document.body;
  const [label, opener] = gate === "reply" ? ["Right of reply", "ask"] : ["Evidence", "evidence"];
  const section = panel.querySelector<HTMLElement>(`section[aria-label="${label}"]`);
  const items = section?.querySelectorAll<HTMLElement>("ol > li") ?? [];
  const item = gate === "captured" || gate === "quotations" ? items[(piece ?? 1) - 1] : undefined;
  const button = panel.querySelector<HTMLElement>(`[data-opens="${opener}"]`);
  const inside = item?.querySelector<HTMLElement>("button, a[href]");
  if (item !== undefined && inside != null) {
    inside.focus({ preventScroll: true });
    item.scrollIntoView({ block: "center" });
  } else if (button !== null) {
    button.click();
  } else {
    section?.querySelector<HTMLElement>("input:not([type=hidden]), textarea, button")?.focus();
  }
}
