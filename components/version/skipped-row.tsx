import { paragraphsOf } from "#components/version/version-words.ts";

/** A stretch that says the same in both versions. */
export function SkippedRow({ row }: { row: { readonly blocks: number } }) {
  return (
    <li className="skipped">
      <span>{paragraphsOf(row.blocks)} unchanged</span>
    </li>
  );
}
