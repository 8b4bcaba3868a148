import { ScaleForm } from "#components/scale/scale-form.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { EarlierScale, ScalePage } from "#lib/domain/scale.ts";

/** The desk's scale: what it is now, a form for the next, and those before. The whole `main` of a page. */
export function ScalePageView({ scale, action }: { scale: ScalePage; action: FormAction }) {
  return (
    <>
      <div className="phead">
        <h1>Rating scale</h1>
        <span className="faint">
          <bdi>{scale.name}</bdi>, revision {scale.revision}, {verdictCount(scale.verdicts ?? 0)}
        </span>
      </div>
      <p className="soft max-w-160">
        What verdicts are called here. A scale is revised and never edited: what was said before keeps the words and the
        meaning that it had.
      </p>
      <ScaleForm key={scale.id} scale={scale} action={action} />
      {scale.earlier.length > 0 && <Earlier scales={scale.earlier} />}
    </>
  );
}

function Earlier({ scales }: { scales: readonly EarlierScale[] }) {
  return (
    <section className="sec" aria-labelledby="earlier-head">
      <h2 id="earlier-head">
        Earlier scales <small>{scales.length}</small>
      </h2>
      <ul className="stack">
        {scales.map((scale) => (
          <li key={scale.id}>
            <b>
              <bdi>{scale.name}</bdi>, revision {scale.revision}
            </b>{" "}
            <span className="aside">
              <Moment iso={scale.from} /> to <Moment iso={scale.until} />, {verdictCount(scale.verdicts)}
            </span>
            <p className="soft" dir="auto">
              {scale.labels.join(", ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function verdictCount(verdicts: number): string {
  return verdicts === 1 ? "1 verdict given on it" : `${verdicts} verdicts given on it`;
}
