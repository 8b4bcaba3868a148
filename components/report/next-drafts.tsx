const formats = [
  { format: "html", words: "HTML", use: "one page to read, print or send" },
  { format: "markdown", words: "Markdown", use: "plain text for a wiki or a repository" },
  { format: "json", words: "JSON", use: "everything, for a program" },
] as const;

/** The report as things stand now, unsigned, with what is not signed off in it. */
export function NextDrafts({ articleId }: { articleId: string }) {
  return (
    <section className="sec">
      <h2>
        Drafts <small>as things stand now, unsigned</small>
      </h2>
      <ul className="dls">
        {formats.map(({ format, words, use }) => (
          <li key={format}>
            <a className="btn" href={`/api/v1/articles/${articleId}/report?format=${format}`} download>
              {words}
            </a>
            <span className="aside">{use}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
