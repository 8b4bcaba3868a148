"use client";

import { useState } from "react";
import { AnswerForm, WithdrawRequest } from "#components/reply/answer-form.tsx";
import { AttachFile, Attachments } from "#components/reply/attachments.tsx";
import type { ReplyActions } from "#components/reply/reply-actions.ts";
import { RequestForm } from "#components/reply/request-form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { Moment } from "#components/ui/time.tsx";
import { type ReplyView, replyChannelWords } from "#lib/domain/reply.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; request: ReplyView; actions: ReplyActions | null };
type Doing = "answer" | "change" | "withdraw" | null;

/** One request for a reply: who, how, by when, what came of it. `actions` is null for whoever may only read. */
export function ReplyItem({ claim, request, actions }: Props) {
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => setDoing(null);
  const isOpen = request.standing === "waiting" || request.standing === "overdue";
  const name = (what: string) => `${what} ${request.id}`;
  return (
    <li className="reply" data-standing={request.standing}>
      <p className="head">
        <b>
          <bdi>{request.askedOf}</bdi>
        </b>
        <Standing request={request} />
      </p>
      <p className="faint">
        {replyChannelWords[request.channel]}
        {request.contact !== "" && (
          <>
            , <bdi>{request.contact}</bdi>
          </>
        )}
        , sent <Moment iso={request.askedAt} /> by <bdi>{request.askedBy.name}</bdi>
      </p>
      <details>
        <summary>What they were asked</summary>
        <p className="serif" dir="auto">
          {request.text}
        </p>
      </details>
      {request.answer !== null && (
        <blockquote className="answer" dir="auto">
          {request.answer}
        </blockquote>
      )}
      {request.withdrawnReason !== null && (
        <p className="soft" dir="auto">
          {request.withdrawnReason}
        </p>
      )}
      <Attachments files={request.attachments} />
      {actions !== null && doing === null && request.standing !== "withdrawn" && (
        <p className="does">
          <Opener name={name("answer")} onClick={() => setDoing("answer")}>
            {isOpen ? "Record the answer" : "Correct the answer"}
            <span className="vh"> of {request.askedOf}</span>
          </Opener>
          {isOpen && (
            <>
              <Opener name={name("change")} onClick={() => setDoing("change")}>
                Change<span className="vh"> the request to {request.askedOf}</span>
              </Opener>
              <Opener name={name("withdraw")} onClick={() => setDoing("withdraw")}>
                Withdraw<span className="vh"> the request to {request.askedOf}</span>
              </Opener>
            </>
          )}
          <AttachFile request={request} />
        </p>
      )}
      {actions !== null && doing !== null && (
        <Opened name={name(doing)}>
          {doing === "answer" && <AnswerForm request={request} action={actions.answer} onDone={done} />}
          {doing === "change" && <RequestForm {...{ claim, request }} action={actions.change} onDone={done} />}
          {doing === "withdraw" && <WithdrawRequest request={request} action={actions.withdraw} onDone={done} />}
        </Opened>
      )}
    </li>
  );
}

/** Where it stands, in words; never by colour alone. */
function Standing({ request }: { request: ReplyView }) {
  const { deadline, answeredAt, standing } = request;
  switch (standing) {
    case "waiting":
      return deadline === null ? (
        <span>Waiting, no deadline</span>
      ) : (
        <span>
          Waiting, answer by <Moment iso={deadline} />
        </span>
      );
    case "overdue":
      return (
        <span className="over">
          No answer by <Moment iso={deadline ?? request.askedAt} />
        </span>
      );
    case "answered":
      return (
        <span>
          Answered <Moment iso={answeredAt ?? request.askedAt} />
        </span>
      );
    case "late":
      return (
        <span className="late">
          Answered late, <Moment iso={answeredAt ?? request.askedAt} />
        </span>
      );
    case "withdrawn":
      return <span>Withdrawn</span>;
  }
}
