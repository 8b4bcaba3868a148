import { Icon } from "#components/ui/icon.tsx";
import type { CapturePageView } from "#lib/domain/capture-views.ts";

const says = {
  damaged: {
    head: "This copy is damaged.",
    next: "Its bytes are not those that were kept, so they are not given out. The text below was read when it was kept. Keep a new copy, and ask an administrator to restore this one.",
  },
  missing: {
    head: "The bytes of this copy are lost.",
    next: "They are not in the store. The text below was read when it was kept. Keep a new copy, and ask an administrator to restore this one.",
  },
  unreachable: {
    head: "The store of copies does not answer.",
    next: "Whether the bytes are whole cannot be told now. The text below was read when it was kept. Try again later.",
  },
} as const;

/** Says loudly when the bytes behind a copy are not what was kept; nothing while they are whole. */
export function BytesBanner({ bytes }: { bytes: CapturePageView["bytes"] }) {
  if (bytes === "whole") return null;
  const { head, next } = says[bytes];
  return (
    <p className="refusal loud" role="alert">
      <Icon name="warn" />
      <span>
        <b>{head}</b> {next}
      </span>
    </p>
  );
}
