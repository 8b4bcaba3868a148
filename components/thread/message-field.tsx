"use client";

import { useEffect, useId, useRef } from "react";
import { useMentions } from "#components/thread/use-mentions.ts";
import { TextArea } from "#components/ui/field.tsx";
import { ListOption } from "#components/ui/list-option.tsx";
import type { MemberView } from "#lib/domain/member-view.ts";
import { mentionedIn } from "#lib/domain/message-parts.ts";
import { messageLimits } from "#lib/domain/thread.ts";

type Props = { label: string; people: readonly MemberView[] };

/**
 * The words of a message, which offers colleagues after an @. Focus stays in the field (ARIA: a text box with a list that
 * it controls). Whoever is named in the words when they are sent goes with them by id.
 */
export function MessageField({ label, people }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const { options, active, follow, close, choose, press } = useMentions(field, people);
  useEffect(() => {
    const form = field.current?.form ?? null;
    const add = ({ formData }: FormDataEvent) => {
      const named = mentionedIn(field.current?.value ?? "", people);
      formData.set("mentions", named.map(({ id }) => id).join(" "));
    };
    form?.addEventListener("formdata", add);
    return () => form?.removeEventListener("formdata", add);
  }, [people]);
  const shown = options.length > 0;
  return (
    <div className="combo">
      <TextArea
        ref={field}
        name="text"
        label={label}
        hint="Type @ to name a colleague: they are told."
        maxLength={messageLimits.length}
        rows={3}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={list}
        aria-activedescendant={shown ? `${list}-${active}` : undefined}
        onInput={follow}
        onSelect={follow}
        onKeyDown={press}
        onBlur={close}
      />
      <div id={list} role="listbox" aria-label="Colleagues" hidden={!shown}>
        {options.map((person, place) => (
          <ListOption
            key={person.id}
            id={`${list}-${place}`}
            isActive={place === active}
            onChoose={() => choose(person)}
          >
            <bdi>{person.name}</bdi>
          </ListOption>
        ))}
      </div>
      <span className="vh" aria-live="polite">
        {shown ? offer(options.length) : ""}
      </span>
    </div>
  );
}

function offer(count: number): string {
  return count === 1 ? "1 colleague fits." : `${count} colleagues fit.`;
}
