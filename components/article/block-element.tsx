import type { ReactNode } from "react";
import type { Block } from "#lib/domain/block.ts";

/** Words that stand in one element, and where they begin in the text. */
export type Stretch = { readonly start: number; readonly words: ReactNode };

type Props = {
  /** One block, or the rows of one table. */
  blocks: readonly Block[];
  stretchesOf: (block: Block) => readonly Stretch[];
};

const headings = { 2: "h2", 3: "h3", 4: "h4", 5: "h5", 6: "h6" } as const;

/** The native element for a block, or for the rows of a table. Items of a list are drawn by the list. */
export function BlockElement({ blocks, stretchesOf }: Props) {
  const [first] = blocks;
  if (first === undefined) return null;
  const [only] = first.type === "table-row" ? [] : stretchesOf(first);
  const common = { className: "words", dir: first.dir, "data-start": only?.start } as const;
  switch (first.type) {
    case "heading": {
      const Heading = headingOf(first.level);
      return <Heading {...common}>{only?.words}</Heading>;
    }
    case "paragraph":
      return <p {...common}>{only?.words}</p>;
    case "quotation":
      return (
        <blockquote dir={first.dir}>
          <p {...common}>{only?.words}</p>
        </blockquote>
      );
    case "caption":
      return (
        <figure>
          <figcaption {...common}>{only?.words}</figcaption>
        </figure>
      );
    case "code":
      return (
        <pre {...common} dir="ltr">
          {only?.words}
        </pre>
      );
    case "footnote":
      return (
        <p {...common} data-type="footnote">
          {only?.words}
        </p>
      );
    case "list-item":
      return <div {...common}>{only?.words}</div>;
    case "table-row":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach it to scroll it
        <section className="cells" aria-label="Table" tabIndex={0}>
          <table dir={first.dir}>
            <tbody>
              {blocks.map((block) => (
                <tr key={block.start}>
                  {stretchesOf(block).map((cell) => (
                    <td key={cell.start} className="words" dir="auto" data-start={cell.start}>
                      {cell.words}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

/** The page's own title is the first level, so the text begins at the second. */
function headingOf(level: number | null): "h2" | "h3" | "h4" | "h5" | "h6" {
  const step = Math.min(6, Math.max(2, level ?? 2));
  return step === 3 || step === 4 || step === 5 || step === 6 ? headings[step] : headings[2];
}
