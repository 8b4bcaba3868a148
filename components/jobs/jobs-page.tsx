"use client";

import Link from "next/link";
import { JobLine } from "#components/jobs/job-line.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import { type InstallationJobs, type JobGroup, type JobsView, jobGroups } from "#lib/domain/job.ts";

type Props = {
  view: JobsView;
  /** Where the next page is; null on the last one. */
  next: string | null;
  /** `id`, "" for all that failed. */
  retry: FormAction;
};

const groupWords: Readonly<Record<JobGroup, string>> = {
  failed: "Failed",
  running: "Running",
  waiting: "Waiting",
  done: "Done",
};
const nothing: Readonly<Record<JobGroup, string>> = {
  failed: "No job of the desk has failed.",
  running: "No job of the desk runs at the moment.",
  waiting: "No job of the desk waits.",
  done: "No job of the desk was done lately.",
};

/** The work that is done in the background, for administrators. The whole `main` of a page. */
export function JobsPage({ view, next, retry }: Props) {
  const { group, counts, jobs, installation } = view;
  return (
    <main className="wrap" id="main">
      <div className="phead">
        <h1>Jobs</h1>
        <span className="faint">what is done in the background</span>
        <div className="end">
          <a className="btn" href={`?show=${group}`}>
            Look again
          </a>
          {group === "failed" && counts.failed > 0 && (
            <Form action={retry} label="Try every failed job again" hidden={{ id: "" }}>
              <SubmitButton variant="plain">Try all again</SubmitButton>
            </Form>
          )}
        </div>
      </div>
      <nav className="views" aria-label="Views">
        {jobGroups.map((one) => (
          <Link key={one} href={`?show=${one}`} aria-current={one === group ? "page" : undefined} prefetch={false}>
            {groupWords[one]} <span className="num">{counts[one]}</span>
          </Link>
        ))}
      </nav>
      {jobs.length === 0 ? (
        <EmptyState sentence={nothing[group]} />
      ) : (
        <ul className="rows jobs">
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} retry={retry} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p className="more">
          <Link className="btn" href={next} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
      <Installation jobs={installation} />
    </main>
  );
}

function Installation({ jobs }: { jobs: readonly InstallationJobs[] }) {
  return (
    <section className="sec" aria-labelledby="installation-head">
      <h2 id="installation-head">For all desks</h2>
      {jobs.length === 0 ? (
        <p className="faint">
          Nothing has run yet. The worker starts with <code>npm start</code>; <code>npx stet work</code> starts another.
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls sideways, which keys do only where focus is
        <section className="sideways" aria-label="Jobs of all desks" tabIndex={0}>
          <table className="every">
            <thead>
              <tr>
                <th scope="col">What</th>
                {jobGroups.map((group) => (
                  <th key={group} scope="col" className="n">
                    {groupWords[group]}
                  </th>
                ))}
                <th scope="col">Last</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map(({ name, words, counts, latest }) => (
                <tr key={name}>
                  <th scope="row">{words}</th>
                  {jobGroups.map((group) => (
                    <td key={group} className="n">
                      {counts[group]}
                    </td>
                  ))}
                  <td>{latest === null ? <span className="faint">not yet</span> : <Moment iso={latest} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
