/** The design's tokens that a report uses, with the values of the application's own theme. */
export const reportTokens = `
:root {
  color-scheme: light dark;
  --color-paper: light-dark(#fcfaf5, #171613);
  --color-desk: light-dark(#f2eee5, #201e1a);
  --color-press: light-dark(#e8e2d5, #2c2923);
  --color-rule: light-dark(#dbd4c5, #37332b);
  --color-edge: light-dark(#867e6d, #7d7566);
  --color-ink: light-dark(#1c1a16, #ece6da);
  --color-ink-soft: light-dark(#4a453b, #c2baac);
  --color-ink-faint: light-dark(#655f52, #a19988);
  --color-on-ink: light-dark(#fcfaf5, #171613);
  --color-pencil: light-dark(#1d4b94, #93b8f4);
  --color-focus: light-dark(#1d4b94, #93b8f4);
  --color-red: light-dark(#a8281c, #f29a8c);
  --color-open: light-dark(#5e584c, #aca493);
  --color-progress: light-dark(#1d4b94, #93b8f4);
  --color-proposed: light-dark(#1d4b94, #93b8f4);
  --color-returned: light-dark(#a8281c, #f29a8c);
  --color-approved: light-dark(#1d6140, #83cda0);
  --color-stale: light-dark(#7d4f00, #e3b660);
  --color-withdrawn: light-dark(#655f52, #a19988);
  --color-v-true: light-dark(#1d6140, #83cda0);
  --color-v-mostly: light-dark(#3f6414, #b0cf72);
  --color-v-half: light-dark(#7d4f00, #e3b660);
  --color-v-barely: light-dark(#98400f, #f0a576);
  --color-v-false: light-dark(#a8281c, #f29a8c);
  --color-v-off: light-dark(#565b63, #aeb6c0);
  --color-supports: light-dark(#1d6140, #83cda0);
  --color-refutes: light-dark(#a8281c, #f29a8c);
  --color-context: light-dark(#565b63, #aeb6c0);
  --font-text: "Source Serif 4", "Noto Naskh Arabic", Georgia, serif;
  --font-ui: "IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif;
  --font-data: "IBM Plex Mono", ui-monospace, monospace;
  --text-mark: 0.6875rem;
  --text-note: 0.8125rem;
  --text-ui: 0.875rem;
  --text-lead: 1rem;
  --text-read: 1.1875rem;
  --leading-read: 2rem;
  --radius-mark: 1px;
}
[data-state] { --s: var(--color-open) }
[data-state=progress] { --s: var(--color-progress) }
[data-state=proposed] { --s: var(--color-proposed) }
[data-state=returned] { --s: var(--color-returned) }
[data-state=approved], [data-state=published] { --s: var(--color-approved) }
[data-state=stale] { --s: var(--color-stale) }
[data-state=withdrawn] { --s: var(--color-withdrawn) }
[data-v=true] { --s: var(--color-v-true) }
[data-v=mostly] { --s: var(--color-v-mostly) }
[data-v=half] { --s: var(--color-v-half) }
[data-v=barely] { --s: var(--color-v-barely) }
[data-v=false] { --s: var(--color-v-false) }
[data-v=off] { --s: var(--color-v-off) }
[data-sc=supports] { --stance: var(--color-supports) }
[data-sc=refutes] { --stance: var(--color-refutes) }
[data-sc=context] { --stance: var(--color-context) }
`;
