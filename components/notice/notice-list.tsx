"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { NoticesView, NoticeView } from "#lib/domain/notice.ts";

type Props = {
  view: NoticesView;
  /** Where the next page is; null on the last one. */
  next: string | null;
  /** `id`, "" for all. */
  read: FormAction;
};

/** What the reader should know, the latest first. The whole `main` of a page. */
export function NoticeList({ view, next, read }: Props) {
  const { notices, unread } = view;
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Notices</h1>
        <span className="faint">{unread === 0 ? "all read" : unread === 1 ? "1 unread" : `${unread} unread`}</span>
        <div className="end">
          <Link className="link" href="/notices/settings" prefetch={false}>
            By mail
          </Link>
          {unread > 0 && (
            <Form action={read} label="Mark all notices as read" hidden={{ id: "" }}>
              <SubmitButton variant="plain">Mark all as read</SubmitButton>
            </Form>
          )}
        </div>
      </div>
      {notices.length === 0 ? (
        <EmptyState
          sentence="No notices yet."
          next="When a claim is assigned to you, a verdict of yours is decided or a source changes, you read it here."
        />
      ) : (
        <ul className="rows notices">
          {notices.map((notice) => (
            <Notice key={notice.id} notice={notice} read={read} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p className="more">
          <Link className="btn" href={next} prefetch={false}>
            Earlier notices
          </Link>
        </p>
      )}
    </main>
  );
}

function Notice({ notice, read }: { notice: NoticeView; read: FormAction }) {
  const { id, isRead, sentence, at, claim } = notice;
  const line = useRef<HTMLLIElement>(null);
  const wasRead = useRef(isRead);
  useEffect(() => {
    // The button that was pressed is gone; the focus stays with its notice.
    if (!wasRead.current && isRead && document.activeElement === document.body) line.current?.focus();
    wasRead.current = isRead;
  }, [isRead]);
  return (
    <li ref={line} tabIndex={-1} className={isRead ? "read" : undefined}>
      <div>
        <p className="says">
          {!isRead && <span className="new">New</span>} <bdi>{sentence}</bdi>
        </p>
        <p className="meta">
          <span>
            <Moment iso={at} />
          </span>
          {claim !== null && (
            <span>
              <Link className="link" href={`/articles/${claim.articleId}/claims/${claim.id}`} prefetch={false}>
                Claim {claim.number}
                {claim.statement !== "" && (
                  <>
                    : <bdi>{claim.statement}</bdi>
                  </>
                )}
              </Link>
            </span>
          )}
        </p>
      </div>
      {!isRead && (
        <Form action={read} label="Mark this notice as read" hidden={{ id }}>
          <SubmitButton variant="bare">Mark as read</SubmitButton>
        </Form>
      )}
    </li>
  );
}
