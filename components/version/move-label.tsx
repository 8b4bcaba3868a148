type Props = {
  kind: "moved-here" | "moved-away";
  old: number | null;
  fresh: number | null;
  here: ReadonlySet<string>;
};

/** Where a moved passage came from, or went: a link while the other place is on the same page. */
export function MoveLabel({ kind, old, fresh, here }: Props) {
  const came = kind === "moved-here";
  const other = came ? old : fresh;
  const target = came ? `old-${old}` : `new-${fresh}`;
  const words = `Moved ${came ? "from" : "to"} paragraph ${other ?? "?"}`;
  const up = old !== null && fresh !== null && old > fresh === !came;
  return (
    <span className="how moved">
      <svg aria-hidden="true" viewBox="0 0 14 14">
        <path d={up ? "M7 12.5v-11M2.5 6 7 1.5 11.5 6" : "M7 1.5v11M2.5 8 7 12.5 11.5 8"} strokeWidth="1.5" />
      </svg>
      {here.has(target) ? (
        <a className="link" href={`#${target}`}>
          {words}
        </a>
      ) : (
        words
      )}
    </span>
  );
}
