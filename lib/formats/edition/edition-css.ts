import { reportCss } from "#lib/formats/report/report-css.ts";

const parts = `
.stand p + p { margin-block-start: .5rem }
.of p { overflow-wrap: anywhere }
.taken-back { padding: 1rem 1.125rem; margin-block-end: 2rem; background: var(--color-ink); color: var(--color-on-ink) }
.taken-back p { font: 400 var(--text-lead)/1.5rem var(--font-text); max-inline-size: var(--measure) }
.taken-back .gone { font: 600 1.25rem/1.75rem var(--font-text) }
.corr { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0 1rem; max-inline-size: var(--measure); padding-block: .75rem; margin-block: 2rem; border-block: 1px solid var(--color-ink) }
.corr h2, .taken-back .gone { margin: 0 }
.corr h2 { font: 600 var(--text-ui)/1.5rem var(--font-ui) }
.corr time { display: block; font-weight: 400; color: var(--color-ink-soft) }
.since { max-inline-size: var(--measure); margin-block: 2rem } .since h2 { font: 600 var(--text-ui)/1.5rem var(--font-ui); margin: 0 }
.since li { padding-block: .25rem } .since ins { text-decoration: none; font-weight: 600 } .since del { color: var(--color-ink-soft) }
.said-so + .said-so { margin-block-start: .5rem }
.said-so b { font: 600 var(--text-note)/1.25rem var(--font-ui) }
.corr .said-so p { font: 400 var(--text-lead)/1.5rem var(--font-text) }
.answer { font: 400 var(--text-note)/1.25rem var(--font-ui); color: var(--color-ink-soft) }
.sugg blockquote { margin-block: .25rem; padding-inline-start: .875rem; border-inline-start: 1px solid var(--color-edge) }
.left-out { margin-block-start: 1rem }
.prose { max-inline-size: var(--measure) }
.prose p { font: 400 var(--text-lead)/1.625rem var(--font-text) } .prose p + p { margin-block-start: .5rem }
.meanings > div { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: 0 1rem; padding-block: .5rem; border-block-start: 1px solid var(--color-rule) }
.meanings dd { font: 400 var(--text-lead)/1.5rem var(--font-text) } .meanings dd .soft { font: 400 var(--text-note)/1.25rem var(--font-ui) }
.refs { list-style: decimal; padding-inline-start: 2.25rem; max-inline-size: var(--measure) }
.refs li { padding-block: .375rem; font: 400 .9375rem/1.4375rem var(--font-text) } .refs li::marker { font: 400 var(--text-note) var(--font-ui); color: var(--color-ink-faint) }
.refs .soft { font: 400 var(--text-note)/1.25rem var(--font-ui) }
.wide { overflow-x: auto }
.list { border-collapse: collapse; inline-size: 100%; font-size: var(--text-note) }
.list :is(th, td) { text-align: start; vertical-align: baseline; padding-block: .5rem; padding-inline: 0 1rem; border-block-start: 1px solid var(--color-rule); min-inline-size: 6.5rem }
.list thead th { font-weight: 600; color: var(--color-ink-soft); border-block-start: 0 }
.list tbody th { min-inline-size: 4rem; font-weight: 600 }
.list td > * + * { margin-block-start: .25rem }
.list .data { min-inline-size: 9rem; word-break: normal }
.verify code { display: block; margin-block: .5rem; color: var(--color-ink) }
.verify dl { grid-template-columns: 6.25rem minmax(0, 1fr) }
nav.rep .link { margin-inline-end: .5rem } nav.rep p { line-height: 1.75rem }
.verify dd { min-inline-size: 0; overflow-wrap: anywhere }
:lang(ar) { line-height: 1.75 }
@media screen and (max-width: 859px) {
  .corr, .meanings > div { grid-template-columns: minmax(0, 1fr) }
  .desk { flex-wrap: wrap }
}
@media print {
  .taken-back { background: none; color: inherit; border: 2px solid; padding: 3mm }
  .wide { overflow: visible }
  .list :is(th, td) { min-inline-size: 0 }
  .refs, .prose, .corr { max-inline-size: none }
  .corr, .taken-back, .list tr, .refs li, .meanings > div { break-inside: avoid }
}
`;

/** The style sheet of an edition: the report's, and what only an edition has. */
export const editionCss = reportCss + parts;
