import type { VersionRow } from "#lib/domain/version-views.ts";

type Props = { articleId: string; versions: readonly VersionRow[]; from: number; to: number };

/** Which two versions to compare: a plain form that the address answers, with or without script. */
export function CompareForm({ articleId, versions, from, to }: Props) {
  return (
    <form
      className="compare"
      method="get"
      action={`/articles/${articleId}/versions/compare`}
      aria-label="Compare two versions"
    >
      <Choice name="from" label="Older" versions={versions} chosen={from} />
      <Choice name="to" label="Newer" versions={versions} chosen={to} />
      <button type="submit" className="btn">
        Compare
      </button>
    </form>
  );
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

type ChoiceProps = { name: string; label: string; versions: readonly VersionRow[]; chosen: number };

function Choice({ name, label, versions, chosen }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select key={chosen} id={`compare-${name}`} className="in" name={name} defaultValue={chosen}>
        {versions.map(({ id, number, createdAt }) => (
          <option key={id} value={number}>
            {`Version ${number}, ${day.format(new Date(createdAt))}`}
          </option>
        ))}
      </select>
    </div>
  );
}
