import { reportPrintCss } from "#lib/formats/report/report-print-css.ts";
import { reportTokens } from "#lib/formats/report/report-tokens.ts";

const base = `
*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0 }
html { color: var(--color-ink); background: var(--color-paper); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; scroll-padding-block: 2rem }
body { font: 400 var(--text-ui)/1.25rem var(--font-ui); overflow-wrap: anywhere; font-variant-numeric: lining-nums }
a { color: inherit; text-decoration: none }
.link, .galley p a:not(.n) { color: var(--color-pencil); text-decoration: underline 1px color-mix(in srgb, currentColor 45%, transparent); text-underline-offset: .2em }
.link:hover { text-decoration-color: currentColor }
ul, ol { list-style: none }
svg { display: block; flex: none; fill: none; stroke: currentColor }
.solid { fill: currentColor; stroke: none }
.knock { stroke: var(--color-paper) }
b, strong { font-weight: 600 }
.num, time { font-variant-numeric: tabular-nums lining-nums }
.vh { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none }
.soft { color: var(--color-ink-soft) }
.data { font-family: var(--font-data); font-size: .75rem; line-height: 1.125rem; letter-spacing: -.01em; word-break: break-all }
:focus-visible { outline: 2px solid var(--color-focus); outline-offset: 2px; border-radius: var(--radius-mark) }
main:focus { outline: none }
:target { scroll-margin-block: 2rem }
.skip { position: absolute; inset-block-start: -4rem; inset-inline-start: 1rem; background: var(--color-ink); color: var(--color-on-ink); padding: .5rem 1rem; z-index: 9 }
.skip:focus { inset-block-start: .5rem }
.st, .vd, .sc { display: inline-flex; align-items: center; gap: .375rem }
.st { color: var(--s) }
.st svg { inline-size: 18px; block-size: 12px }
.vd { font-weight: 600; color: var(--s) }
.vd svg { inline-size: 15px; block-size: 15px }
.sc { font-weight: 600; color: var(--stance) }
.sc svg { inline-size: 13px; block-size: 13px }
`;

const head = `
.rep { --measure: 38rem; --note-w: 11rem; --gutter: 2.5rem; --full: calc(var(--measure) + var(--gutter) + var(--note-w)); max-inline-size: var(--full); margin-inline: auto; padding: 1.5rem 0 4rem }
.draft { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; padding: .625rem .875rem; margin-block-end: 2rem; background: var(--color-ink); color: var(--color-on-ink); font-size: var(--text-note) }
.desk { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding-block-end: .625rem; border-block-end: 2px solid var(--color-ink); font: 400 var(--text-note)/1.25rem var(--font-ui); color: var(--color-ink-soft) }
.desk b { font: 600 1.0625rem/1.5rem var(--font-text); color: var(--color-ink) }
h1 { font: 500 2.75rem/3.125rem var(--font-text); letter-spacing: -.018em; margin-block: 2rem .75rem; text-wrap: balance; max-inline-size: var(--measure) }
.stand { font: 400 1.25rem/1.875rem var(--font-text); color: var(--color-ink-soft); max-inline-size: var(--measure); text-wrap: pretty }
.of { margin-block-start: 1rem; color: var(--color-ink-soft); max-inline-size: var(--measure) }
.counts { display: flex; flex-wrap: wrap; margin-block: 2rem; gap: .875rem 2px }
.counts li { flex-basis: 0; min-inline-size: 6.75rem; border-block-start: 6px solid var(--s); padding-block-start: .5rem; padding-inline-end: .5rem }
.counts .c { font: 500 1.75rem/2rem var(--font-text); display: block }
.counts .vd, .counts .st { font-size: var(--text-note) }
.counts li[data-v=off] { border-block-start-style: double }
.counts li[data-state] { border-block-start: 0; position: relative; padding-block-start: calc(.5rem + 6px) }
.counts li[data-state]::before { content: ""; position: absolute; inset-block-start: 0; inset-inline: 0; block-size: 6px; border-block-start: 2px dashed var(--s) }
.counts li[data-state=withdrawn]::before { border-block-start: 1px solid var(--s) }
.counts li[data-state=stale]::before { border: 0; background: repeating-linear-gradient(135deg, var(--s) 0 1.5px, transparent 1.5px 4px) }
section > h2 { font: 600 1.5rem/2rem var(--font-text); margin-block: 3rem 1rem; letter-spacing: -.008em }
`;

const article = `
.galley { position: relative }
.galley .top { position: absolute; anchor-name: --top; inset-block-start: -3rem; block-size: 1px; inline-size: 1px }
.block { display: grid; grid-template-columns: minmax(0, var(--measure)) var(--note-w); column-gap: var(--gutter) }
.block + .block { margin-block-start: 1rem }
.galley p, .galley .items li, .galley td { font: 400 var(--text-read)/var(--leading-read) var(--font-text); text-wrap: pretty }
.galley :is(h3, h4, h5, h6) { font: 600 1.25rem/var(--leading-read) var(--font-text); padding-block-start: 1rem }
.galley blockquote { padding-inline-start: 1.5rem; border-inline-start: 2px solid var(--color-rule) }
.galley .items { list-style: disc; padding-inline-start: 1.5rem }
.galley .items li + li { margin-block-start: .375rem }
.galley p.caption { font-size: var(--text-lead); line-height: 1.5rem; color: var(--color-ink-soft) }
.galley table { border-collapse: collapse; inline-size: 100% }
.galley td { font-size: var(--text-lead); line-height: 1.625rem; padding: .25rem 1rem .375rem 0; border-block-end: 1px solid var(--color-rule); vertical-align: baseline; font-variant-numeric: tabular-nums lining-nums }
.galley [dir=rtl] td { padding: .25rem 0 .375rem 1rem }
.galley pre { font: 400 .875rem/1.5rem var(--font-data); white-space: pre-wrap }
[lang|=ar] { --leading-read: 2.25rem; --text-read: 1.25rem }
.claim { color: inherit; background: color-mix(in srgb, var(--s) 10%, transparent); text-decoration: underline solid 1.5px var(--s); text-underline-offset: calc(.24em + var(--lane) * .3em); text-decoration-skip-ink: none; box-decoration-break: clone; -webkit-box-decoration-break: clone; padding-block: .12em calc(.12em + var(--lane) * .3em) }
[lang|=ar] .claim { text-underline-offset: calc(.42em + var(--lane) * .3em) }
.lane-0 { --lane: 0 } .lane-1 { --lane: 1 } .lane-2 { --lane: 2 }
.claim[data-state=open] { text-decoration-style: dashed; background: color-mix(in srgb, var(--s) 5%, transparent) }
.claim[data-state=proposed] { text-decoration-style: double }
.claim[data-state=returned] { text-decoration-style: wavy; text-decoration-thickness: 1.25px }
.claim[data-state=stale] { text-decoration-style: dotted; text-decoration-thickness: 2.5px; background: repeating-linear-gradient(135deg, color-mix(in srgb, var(--s) 42%, transparent) 0 1px, transparent 1px 6px), color-mix(in srgb, var(--s) 9%, transparent) }
.claim[data-v] { background: color-mix(in srgb, var(--s) 8%, transparent); text-decoration: underline dotted 2.5px var(--s) }
.claim[data-v=half] { text-decoration-style: solid; text-decoration-thickness: 2px }
.claim[data-v=barely], .claim[data-v=false] { text-decoration-style: wavy; text-decoration-thickness: 1.25px }
.claim[data-v=off] { text-decoration-style: dashed; text-decoration-thickness: 1.5px }
.n { unicode-bidi: isolate; font: 600 .6563rem/1 var(--font-ui); font-style: normal; color: var(--s); vertical-align: .62em; padding-inline-end: .18em; user-select: none; -webkit-user-select: none }
.n[data-state=stale] { background: var(--color-paper); padding-inline-start: .15em }
.n:hover { color: var(--color-ink) }
.notes { padding-block-start: .5rem; display: grid; gap: .375rem; align-content: start }
.note { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); font-size: var(--text-note); line-height: 1.125rem; position: relative }
.note .num { font-weight: 600; color: var(--s) }
.note:hover { text-decoration: underline; text-underline-offset: .2em }
.note::before { content: ""; position: absolute; inset-block-start: .5625rem; inset-inline-start: calc(var(--gutter) * -1 + .5rem); inline-size: calc(var(--gutter) - 1.25rem); border-block-start: 1px solid color-mix(in srgb, var(--s) 45%, var(--color-paper)) }
@media screen and (min-width: 860px) {
  @supports (anchor-name: --a) and (top: anchor(--a top)) {
    .block { display: block } .block > :not(.notes) { max-inline-size: var(--measure) } .notes, .notes li { display: contents }
    .note { position: absolute; inset-inline-start: calc(var(--measure) + var(--gutter)); inline-size: var(--note-w); top: max(calc(anchor(var(--c) top) - 2px), calc(anchor(var(--p) bottom) + .375rem)) }
  }
}
`;

const entries = `
.entry { display: grid; grid-template-columns: var(--measure) minmax(0, 1fr); column-gap: var(--gutter); padding-block: 1.375rem; border-block-start: 1px solid var(--color-rule) }
.entry .body { padding-inline-start: 2.25rem; position: relative; min-inline-size: 0 }
.entry h3 { font: 600 1.1875rem/1.625rem var(--font-text); text-wrap: pretty }
.entry h3 .num { position: absolute; inset-inline-start: 0; color: var(--color-ink-faint) }
.entry h3 .num:hover { color: var(--color-ink) }
.entry h4 { font: 600 var(--text-note)/1.25rem var(--font-ui) }
.said { margin-block-start: .125rem; font-size: var(--text-note); color: var(--color-ink-soft) }
.quo { margin-block: .625rem; padding-inline-start: .875rem; border-inline-start: 1px solid var(--color-edge); font: 400 var(--text-lead)/1.5rem var(--font-text); color: var(--color-ink-soft) }
.bigv, .bigs { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; font-size: 1.25rem; line-height: 1.75rem }
.bigv svg { inline-size: 19px; block-size: 19px }
.bigs { font-size: var(--text-lead) } .bigs .st { font-weight: 600 } .old { color: var(--color-ink-soft); font-size: var(--text-ui) }
.why, .def { color: var(--color-ink-soft) }
.rat { margin-block-start: .375rem; font: 400 var(--text-lead)/1.5rem var(--font-text) } .rat p + p { margin-block-start: .5rem }
.unsettled { color: var(--color-ink-soft); margin-block-start: .75rem }
.replies { margin-block-start: .75rem } .replies blockquote { font: 400 var(--text-lead)/1.5rem var(--font-text); margin-block: .25rem .75rem }
.sugg { margin-block-start: .75rem } .sugg p { font: 400 var(--text-lead)/1.5rem var(--font-text) }
.none { margin-block-start: .75rem; font-size: var(--text-note); color: var(--color-ink-soft) }
.srcs { margin-block-start: .875rem; font-size: var(--text-note); line-height: 1.25rem }
.srcs > li { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: 0 .75rem; padding-block: .375rem }
.srcs .kind { color: var(--color-ink-faint) } .how .kind { display: block }
.srcs cite { font-style: normal; font-weight: 500 }
.srcs blockquote { margin-block: .375rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--stance); font: 400 .9375rem/1.4375rem var(--font-text) }
.srcs [data-sc=refutes] blockquote, .srcs [data-sc=refutes] > * > blockquote { border-inline-start-style: double }
.srcs [data-sc=context] > * > blockquote { border-inline-start-style: dotted }
.note-on { color: var(--color-ink-soft) }
.kept { color: var(--color-ink-faint) } .kept > * { display: block }
.signs { font-size: var(--text-note); line-height: 1.125rem; color: var(--color-ink-soft) } .signs > * + * { margin-block-start: .5rem } .signs .data { color: var(--color-ink-faint) }
.signs .dis { padding-inline-start: .625rem; border-inline-start: 2px solid var(--color-red) } .signs b { color: var(--color-ink) }
.opens li { display: grid; grid-template-columns: 5.25rem minmax(0, 1fr); gap: 0 1rem; padding-block: .625rem; border-block-start: 1px solid var(--color-rule) }
.opens .what { font: 400 var(--text-lead)/1.5rem var(--font-text); max-inline-size: var(--measure) } .opens .why { display: flex; flex-wrap: wrap; gap: 0 1rem; font: 400 var(--text-note)/1.25rem var(--font-ui) }
.verify { margin-block-start: 3.5rem; padding-block-start: 1rem; border-block-start: 2px solid var(--color-ink); display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.35fr); gap: 1rem 2.5rem }
.verify h2 { margin: 0 0 .25rem; font: 600 1.25rem/1.75rem var(--font-text) } .verify p { font: 400 1rem/1.5rem var(--font-text); color: var(--color-ink-soft) }
.verify dl { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: .375rem .75rem; align-content: start; font-size: var(--text-note) } .verify dt { color: var(--color-ink-faint) } .verify .data { word-break: normal }
`;

const narrow = `
@media screen and (max-width: 859px) {
  :root { --text-read: 1.125rem; --leading-read: 1.8125rem } [lang|=ar] { --leading-read: 2.125rem }
  .rep { --measure: 100%; padding: 1rem 1rem 3rem } h1 { font-size: 2rem; line-height: 2.375rem } .stand { font-size: 1.125rem; line-height: 1.6875rem }
  .block, .entry { display: block } .notes { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0 } .note { display: flex; gap: .5rem; padding-block: .8125rem } .note::before { content: none }
  .entry .body { padding-inline-start: 1.75rem } .entry .signs { margin: .875rem 0 0; padding-inline-start: 1.75rem } .srcs > li, .opens li { grid-template-columns: minmax(0, 1fr) } .how .kind { display: inline; margin-inline-start: .5rem }
  .verify { grid-template-columns: minmax(0, 1fr) }
}
@media (pointer: coarse) { .n { padding-block: .75rem; margin-block: -.75rem } .entry h3 .num { padding: .5rem; margin: -.5rem } }
@media (forced-colors: active) { .claim { background: none; text-decoration-color: CanvasText } .counts li { forced-color-adjust: none } .draft { border: 1px solid } }
`;

/** The report's style sheet for screens of any width, both themes and both directions, and for paper. */
export const reportCss = [reportTokens, base, head, article, entries, narrow, reportPrintCss].join("");
