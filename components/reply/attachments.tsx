"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { sendAttachment } from "#components/reply/send-attachment.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AttachmentView, ReplyView } from "#lib/domain/reply.ts";

/** The files that came with a request or its answer. Each is a download: none is opened here. */
export function Attachments({ files }: { files: readonly AttachmentView[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label="Attached files">
      {files.map((file) => (
        <li key={file.id}>
          <a className="link" href={`/api/v1/reply-attachments/${file.id}`} download>
            <bdi>{file.fileName}</bdi>
          </a>{" "}
          <span className="faint num">{sizeWords(file.byteLength)}</span>{" "}
          <span className="faint mono" title={file.sha256}>
            {file.sha256.slice(0, 8)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Keeps one more file with a request. */
export function AttachFile({ request }: { request: ReplyView }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const name = `attach ${request.id}`;
  if (!open) {
    return (
      <Opener name={name} onClick={() => setOpen(true)}>
        Attach a file<span className="vh"> of {request.askedOf}</span>
      </Opener>
    );
  }
  return (
    <Opened name={name}>
      <Form
        action={sendAttachment}
        label="Attach a file"
        className="stack"
        makesId
        hidden={{ requestId: request.id }}
        onSaved={() => {
          setOpen(false);
          router.refresh();
        }}
      >
        <TextField name="file" label="File" type="file" hint="A letter, a mail, a recording: at most 50 MB." />
        <div className="acts">
          <SubmitButton variant="plain">Attach</SubmitButton>
          <Button variant="bare" onClick={() => setOpen(false)}>
            Cancel
          </Button>
        </div>
      </Form>
    </Opened>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
