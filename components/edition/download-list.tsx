import type { EditionFormat } from "#lib/domain/edition.ts";

type Use = { readonly words: string; readonly use: string };

const uses: Readonly<Record<EditionFormat, Use>> = {
  html: { words: "HTML", use: "one page to read, print or send; works without a network" },
  pdf: { words: "PDF", use: "tagged for screen readers (PDF/UA)" },
  "pdf-archive": { words: "PDF/A", use: "the same for an archive" },
  docx: { words: "Word", use: "the article with a comment on every claim" },
  markdown: { words: "Markdown", use: "plain text for a wiki or a repository" },
  csv: { words: "CSV", use: "the fact-check sheet, a line for each claim" },
  xlsx: { words: "XLSX", use: "the same as a workbook" },
  changes: { words: "Change list", use: "errors and suggested wordings, for the writer (CSV)" },
  sources: { words: "Source list", use: "every source, as references are written (HTML)" },
  bibtex: { words: "BibTeX", use: "for LaTeX and reference managers" },
  ris: { words: "RIS", use: "for Zotero, EndNote and others" },
  json: { words: "JSON", use: "the edition itself, canonical and signed" },
  claimreview: { words: "ClaimReview", use: "for search engines and fact-check feeds (JSON-LD)" },
  annotations: { words: "Web Annotations", use: "claims and evidence at their places in the text (JSON-LD)" },
};

const groups: readonly { readonly name: string; readonly formats: readonly EditionFormat[] }[] = [
  { name: "To read", formats: ["html", "pdf", "pdf-archive", "docx", "markdown"] },
  { name: "For a desk’s sheets", formats: ["csv", "xlsx", "changes"] },
  { name: "Sources", formats: ["sources", "bibtex", "ris"] },
  { name: "For machines", formats: ["json", "claimreview", "annotations"] },
];

type Props = { editionId: string; besides: readonly EditionFormat[] };

/** The files of an edition, by what people do with them; what cannot hold its proof has it in a file beside. */
export function DownloadList({ editionId, besides }: Props) {
  return (
    <section className="sec" aria-labelledby="files-head">
      <h2 id="files-head">
        Download <small>the same edition in every format</small>
      </h2>
      {groups.map(({ name, formats }) => (
        <div key={name} className="part">
          <h3>{name}</h3>
          <ul className="dls">
            {formats.map((format) => (
              <Download key={format} {...{ editionId, format }} hasProof={besides.includes(format)} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

type Line = { editionId: string; format: EditionFormat; hasProof: boolean };

function Download({ editionId, format, hasProof }: Line) {
  const { words, use } = uses[format];
  const href = `/api/v1/editions/${editionId}?format=${format}`;
  return (
    <li>
      <a className="btn" href={href} download>
        {words}
      </a>
      <span className="aside">{use}</span>
      {hasProof && (
        <a className="link" href={`${href}&proof=1`} download>
          Proof<span className="vh"> of {words}</span>
        </a>
      )}
    </li>
  );
}
