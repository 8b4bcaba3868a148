import { extrasOf } from "#lib/domain/csl.ts";
import { toCsl } from "#lib/domain/csl-item.ts";
import type { NamedEvidence, ReportSource } from "#lib/domain/report.ts";
import { someEvidence } from "#tests/formats/report-fixture.ts";

let made = 0;

/** A piece of evidence from a source of its own. */
export function source(
  change: Partial<Omit<ReportSource, "csl">> & { doi?: string; isbn?: string; type?: string } = {},
): NamedEvidence {
  const { doi = "", isbn = "", type = "", ...fields } = change;
  made += 1;
  const plain = { kind: "publication" as const, title: "A title", publication: "A paper", author: "", address: "" };
  const cited = { ...plain, publishedOn: "2026-05-04", ...fields };
  const id = `01940000-0000-7000-8000-${String(1000 + made).padStart(12, "0")}`;
  return { ...someEvidence, source: { ...cited, csl: toCsl({ id, doi, isbn, csl: extrasOf({ type }), ...cited }) } };
}

/** Sources of many kinds, with names and titles that lists of references stumble over. */
export const cited = [
  source({ title: "Über die Fähre: 50 % & mehr_{x} #1 ~ $5", author: "van der Berg, Jan; Müller-Lüdenscheidt, Anna" }),
  source({ title: "港口的账目", author: "王, 小明", publication: "海港日报", publishedOn: "2025-11" }),
  source({ title: "حسابات المرفأ", author: "هيئة المرفأ", publishedOn: "2024", kind: "document" }),
  source({ title: "On boats and engines", author: "Board of Boats and Engines", doi: "10.1000/a_b%1" }),
  source({
    title: "A Handbook",
    author: "O’Neill, Ines",
    isbn: "9780306406157",
    address: "https://a.example/?a=1&b=%7B_#c",
  }),
  source({ title: "A page", publication: "A site", type: "webpage", address: "https://a.example/a_b~c" }),
  source({ title: "A figure that is not 1 < 2", kind: "dataset", author: "Madonna" }),
];
