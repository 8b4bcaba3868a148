import Link from "next/link";

const tabs = [
  { path: "", words: "Next edition" },
  { path: "/editions", words: "Editions" },
  { path: "/sharing", words: "Sharing" },
  { path: "/wordings", words: "Wording" },
] as const;
type Tab = (typeof tabs)[number]["words"];

type Props = { readonly article: { readonly id: string; readonly title: string }; readonly tab: Tab };

/** What every page of an article's report begins with: whose it is, and the way to the other three. */
export function ReportHead({ article, tab }: Props) {
  const base = `/articles/${article.id}/report`;
  return (
    <>
      <div className="phead">
        <h1>Report</h1>
        <span className="faint">
          <Link className="link" href={`/articles/${article.id}`} prefetch={false}>
            <bdi>{article.title}</bdi>
          </Link>
        </span>
      </div>
      <nav className="views" aria-label="Report">
        {tabs.map(({ path, words }) => (
          <Link key={path} href={`${base}${path}`} aria-current={words === tab ? "page" : undefined} prefetch={false}>
            {words}
          </Link>
        ))}
      </nav>
    </>
  );
}
