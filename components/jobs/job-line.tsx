"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { JobView } from "#lib/domain/job.ts";

/** One job: what it does and about what, what came of it, and when it is tried again. */
export function JobLine({ job, retry }: { job: JobView; retry: FormAction }) {
  return (
    <li>
      <div>
        <p className="name">
          {job.words}
          {job.about !== "" && (
            <>
              {" "}
              <bdi className="about">{job.about}</bdi>
            </>
          )}
        </p>
        {job.note !== "" && (
          <p className={job.group === "failed" ? "why" : undefined}>
            <bdi>{job.note}</bdi>
          </p>
        )}
        <p className="meta">
          <span>
            <Moment iso={job.at} />
          </span>
          {job.tries > 0 && <span>{job.tries === 1 ? "tried again once" : `tried again ${job.tries} times`}</span>}
          {job.nextAt !== null && (
            <span>
              {job.tries > 0 ? "next try" : "begins"} <Moment iso={job.nextAt} />
            </span>
          )}
        </p>
      </div>
      {job.group === "failed" && (
        <Form
          action={retry}
          label="Try this job again"
          hidden={{ id: job.id }}
          onSaved={() => showToast("The job waits to be tried again.")}
        >
          <SubmitButton variant="plain">Try again</SubmitButton>
        </Form>
      )}
    </li>
  );
}
