import type { Block, BlockType } from "#lib/domain/block.ts";

const shownBlocks = 500;

const kindWords: Readonly<Record<BlockType, string>> = {
  heading: "Heading",
  paragraph: "Text",
  quotation: "Quotation",
  "list-item": "List item",
  caption: "Caption",
  "table-row": "Table row",
  code: "Code",
};

const numbers = new Intl.NumberFormat("en");

type Props = { text: string; blocks: readonly Block[]; leftOut: readonly string[] };

/** What an import took, block by block with its kind, and what it left out. */
export function TakenText({ text, blocks, leftOut }: Props) {
  return (
    <section className="taken" aria-label="What was read">
      <h2 className="colhead">
        Taken{" "}
        <small>
          {blocks.length === 1 ? "1 block" : `${numbers.format(blocks.length)} blocks`},{" "}
          {numbers.format(wordCount(text))} words
        </small>
      </h2>
      <div className="blocks">
        {blocks.slice(0, shownBlocks).map((block) => (
          <div key={block.index} className="tb" data-type={block.type} data-level={block.level ?? undefined}>
            <span className="kind">{kindWords[block.type]}</span>
            <p className="words" dir={block.dir}>
              {text.slice(block.start, block.end)}
            </p>
          </div>
        ))}
        {blocks.length > shownBlocks && (
          <p className="faint mt-4">and {numbers.format(blocks.length - shownBlocks)} more blocks</p>
        )}
      </div>
      <h2 className="colhead out">
        Left out <small>{leftOut.length === 1 ? "1 passage" : `${leftOut.length} passages`}</small>
      </h2>
      {leftOut.length === 0 ? (
        <p className="cutlist">Nothing was left out.</p>
      ) : (
        <ul className="cutlist">
          {leftOut.map((passage, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a page can repeat a passage, and the list never changes
            <li key={index} dir="auto">
              {passage}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Runs of letters and digits, as the article's page counts them. */
function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0;
}
