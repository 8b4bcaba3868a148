"use client";

import { useSyncExternalStore } from "react";

const choices = [
  { value: "", word: "As the system" },
  { value: "light", word: "Light" },
  { value: "dark", word: "Dark" },
] as const;

const year = 31_536_000;

/**
 * Light, dark, or as the system: `data-theme` on the root element now, and a cookie `theme` (`light`, `dark` or gone)
 * from which the layout renders the same attribute, so that no page starts in the wrong one.
 */
export function ThemeChoice() {
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => "");
  return (
    <fieldset>
      <legend>Appearance</legend>
      {choices.map(({ value, word }) => (
        <label key={value}>
          <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => choose(value)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}

function currentTheme(): string {
  return document.documentElement.dataset.theme ?? "";
}

function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function choose(theme: string): void {
  if (theme === "") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and the server reads this
  document.cookie = `theme=${theme}; path=/; samesite=lax; max-age=${theme === "" ? 0 : year}`;
}
