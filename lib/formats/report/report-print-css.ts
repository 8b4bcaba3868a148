/** The report on paper: A4, the light theme, no tints, addresses of links printed, a stale claim in a frame. */
export const reportPrintCss = `
@media print {
  @page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "IBM Plex Sans", sans-serif } }
  :root { color-scheme: light; --text-read: 11pt; --leading-read: 17pt }
  html { font-size: 10.5pt; background: none }
  .skip { display: none }
  .rep { --measure: 120mm; --gutter: 9mm; --note-w: 44mm; max-inline-size: none; padding: 0 }
  h1 { font-size: 24pt; line-height: 28pt }
  .draft { background: none; color: inherit; border: 1px solid; padding: 1.5mm 2mm }
  .claim, .claim[data-v], .claim[data-state] { background: none }
  .claim[data-state=stale] { outline: 1px solid; outline-offset: 1px }
  .srcs a[href^=http]::after { content: " <" attr(href) ">"; font-size: 8pt; overflow-wrap: anywhere }
  .verify, .counts, .quo, .srcs > li, .signs > * { break-inside: avoid }
  .entry h3, .said { break-inside: avoid; break-after: avoid }
  h2, h3, h4, .how { break-after: avoid }
  p { orphans: 3; widows: 3 }
}
`;
