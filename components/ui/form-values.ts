import type { Typed } from "#lib/domain/form-state.ts";

/** The words in a form by field name; files, and what the framework adds for forms without script, are left out. */
export function typedIn(form: HTMLFormElement): Typed {
  const typed: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed[name] = value;
  }
  return typed;
}

/** The words in the form around what an event happened to; null outside any form. */
export function typedAround(target: EventTarget): Typed | null {
  const form = target instanceof Element ? target.closest("form") : null;
  return form === null ? null : typedIn(form);
}

/**
 * Puts a value into a field that React does not control, and tells whoever listens to the form. One with `data-now` says
 * what stands now, and nothing that was typed before is written over it.
 */
export function writeField(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (isTextual(field) && field.dataset.now !== undefined) return;
  if (field instanceof RadioNodeList) field.value = value;
  else if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value !== "";
  else if (isTextual(field)) field.value = value;
  else return;
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function isTextual(field: unknown): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
  );
}

/** A value as its reader knows it: the option's words rather than its id. */
export function readable(form: HTMLFormElement, name: string, value: string): string {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) {
    return [...field.options].find((option) => option.value === value)?.text ?? value;
  }
  if (field instanceof RadioNodeList) {
    for (const radio of field) {
      if (radio instanceof HTMLInputElement && radio.value === value) return radio.labels?.[0]?.textContent ?? value;
    }
  }
  return value;
}

/** Moves focus to the first field that has an error, in the order of the form. Returns whether there was one. */
export function focusFirst(form: HTMLFormElement, names: ReadonlySet<string>): boolean {
  for (const field of form.elements) {
    if (isTextual(field) && names.has(field.name) && field.type !== "hidden") {
      field.focus();
      return true;
    }
  }
  return false;
}
