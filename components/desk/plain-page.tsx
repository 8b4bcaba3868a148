import type { ReactNode } from "react";

type Props = {
  sentence: string;
  next: ReactNode;
  link?: { readonly href: string; readonly words: string };
  /** What support can look up in the log. */
  reference?: string;
};

/** The body of a page that has nothing to show: not found, not permitted, or failed. */
export function PlainPage({ sentence, next, link, reference }: Props) {
  return (
    <main className="plain" id="main">
      <h1>{sentence}</h1>
      <p>{next}</p>
      {link && (
        <a className="btn" href={link.href}>
          {link.words}
        </a>
      )}
      {reference !== undefined && (
        <p className="data">
          Reference <bdi>{reference}</bdi>
        </p>
      )}
    </main>
  );
}
