import { UnfoldLink } from "#components/version/unfold-link.tsx";
import { paragraphsOf } from "#components/version/version-words.ts";

type Props = {
  blocks: number;
  /** Where these paragraphs are shown; null where that is not known. */
  href: string | null;
};

/** A stretch that says the same in both versions, folded away. */
export function SkippedRow({ blocks, href }: Props) {
  return (
    <li className="skipped">
      <span>{paragraphsOf(blocks)} unchanged</span>
      {href !== null && <UnfoldLink href={href}>{blocks === 1 ? "Show it" : "Show them"}</UnfoldLink>}
    </li>
  );
}
