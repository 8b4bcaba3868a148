import Link from "next/link";
import { Day, Moment } from "#components/ui/time.tsx";
import { metricNames } from "#lib/domain/agreement.ts";
import type { AgreementPage, Disagreement } from "#lib/domain/second-agreement.ts";

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** How far verdicts that were given apart agree, over some days, and the disagreements that wait for an editor. */
export function Agreement({ page }: { page: AgreementPage }) {
  return (
    <main className="wrap" id="main">
      <div className="phead">
        <h1>Agreement</h1>
      </div>
      <p className="soft max-w-160">
        First verdicts beside the second ones that were given blind. Measures beyond chance are 1 where all agree and 0
        where they agree as by chance. Ratings off the scale have no order, so the ordinal measure leaves them out.
      </p>
      <form className="acts days" aria-label="Days">
        <label>
          From <input className="in" type="date" name="from" defaultValue={page.from} />
        </label>
        <label>
          To <input className="in" type="date" name="to" defaultValue={page.to} />
        </label>
        <button type="submit" className="btn">
          Show
        </button>
      </form>
      <section className="sec" aria-labelledby="figures-head">
        <h2 id="figures-head">Figures</h2>
        <p>
          {page.share === null
            ? noneGiven(page)
            : `${page.agreeing} of ${page.pairs} pairs agree: ${percent(page.share)}.`}
          {page.isCut && " Only the latest pairs are counted; choose fewer days for the rest."}
        </p>
        {page.share !== null && (
          <dl className="contrib mt-4">
            {page.metrics.map((metric) => (
              <div key={metric.metric} className="contents">
                <dt>{metricNames[metric.metric]}</dt>
                <dd>{metric.value === null ? `Undefined. ${metric.reason}` : metric.value.toFixed(3)}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      {page.months.length > 0 && <Months months={page.months} />}
      <Disagreements heading="Disagreements to settle" rows={page.open} none="None is open." />
      <Disagreements heading="Settled" rows={page.settled} none="None was settled." />
    </main>
  );
}

function noneGiven({ from, to }: AgreementPage): string {
  return from > to
    ? "The first day comes after the last. Choose them the other way round."
    : "No second verdict was given in these days, so every measure is undefined.";
}

/** Month by month: small numbers say little, which is why they stand beside the measure. */
function Months({ months }: Pick<AgreementPage, "months">) {
  return (
    <section className="sec" aria-labelledby="months-head">
      <h2 id="months-head">By month</h2>
      <table className="q load">
        <caption className="vh">Agreement by month</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Pairs</th>
            <th scope="col">Agree</th>
            <th scope="col">{metricNames["krippendorff-nominal"]}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, pairs, agreeing, alpha }) => (
            <tr key={month}>
              <th scope="row">
                <Day iso={month} />
              </th>
              <td className="tn" data-label="Pairs">
                {pairs}
              </td>
              <td className="tn" data-label="Agree">
                {agreeing}, {percent(agreeing / pairs)}
              </td>
              <td className="tn" data-label="Alpha">
                {alpha === null ? <span className="faint">undefined</span> : alpha.toFixed(3)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const outcomes = { first: "The first carried.", second: "The second carried.", other: "Neither carried." } as const;

function Disagreements({ heading, rows, none }: { heading: string; rows: readonly Disagreement[]; none: string }) {
  return (
    <section className="sec" aria-label={heading}>
      <h2>{heading}</h2>
      {rows.length === 0 && <p className="faint">{none}</p>}
      <ul className="lines">
        {rows.map((row) => (
          <li key={row.id}>
            <Link className="link" href={`/review/${row.claimId}`} prefetch={false}>
              <bdi>{row.statement}</bdi>
            </Link>
            <p className="aside">
              <bdi>{row.first.by.name}</bdi>: <bdi>{row.first.label}</bdi>. <bdi>{row.second.by.name}</bdi>:{" "}
              <bdi>{row.second.label}</bdi>. {row.outcome !== null && `${outcomes[row.outcome]} `}
              <bdi>{row.articleTitle}</bdi>, <Moment iso={row.at} />.
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
