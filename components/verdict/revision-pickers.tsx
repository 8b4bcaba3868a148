import type { RevisionComparison, RevisionLine } from "#lib/domain/revision-comparison.ts";

/** Which two revisions are compared, as a form that asks for the page again. */
export function RevisionPickers({ comparison }: { comparison: RevisionComparison }) {
  const { claimId, from, to, revisions } = comparison;
  return (
    <form className="pickers" action={`/review/${claimId}/changes`} aria-label="Revisions to compare">
      <Picker name="from" label="From" chosen={from.id} revisions={revisions} />
      <Picker name="to" label="To" chosen={to.id} revisions={revisions} />
      <button type="submit" className="btn">
        Compare
      </button>
    </form>
  );
}

type PickerProps = { name: string; label: string; chosen: string; revisions: readonly RevisionLine[] };

function Picker({ name, label, chosen, revisions }: PickerProps) {
  return (
    <div className="field">
      <label htmlFor={`pick-${name}`}>{label}</label>
      <select id={`pick-${name}`} key={chosen} name={name} className="in" defaultValue={chosen}>
        {revisions.map((revision) => (
          <option key={revision.id} value={revision.id}>
            Revision {revision.number}: {revision.rating.label}, {revision.author.name}
          </option>
        ))}
      </select>
    </div>
  );
}
