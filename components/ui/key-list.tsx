/** One or several keys, as they are written on them, and what they do. */
export type KeyUse = { readonly keys: readonly string[]; readonly does: string };

export function KeyList({ uses }: { uses: readonly KeyUse[] }) {
  return (
    <dl className="keys">
      {uses.map(({ keys, does }) => (
        <div key={does} className="contents">
          <dt className="flex gap-1">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
