import { messageParts } from "#lib/domain/message-parts.ts";
import type { MessageView } from "#lib/domain/thread.ts";

/** What a message says, its paragraphs kept, with addresses to follow and the names of those who are meant. */
export function MessageWords({ message: { text, mentions } }: { message: MessageView }) {
  const parts = messageParts(text, mentions);
  const said = new Set(parts.flatMap((part) => (part.kind === "mention" ? part.text : [])));
  const unsaid = mentions.filter(({ name }) => !said.has(`@${name}`));
  return (
    <>
      <p className="saying" dir="auto">
        {parts.map((part, place) => {
          const key = `${place} ${part.kind}`;
          if (part.kind === "link")
            return (
              <a
                key={key}
                className="link"
                href={part.href}
                target="_blank"
                rel="noopener noreferrer nofollow"
                dir="ltr"
              >
                {part.text}
                <span className="vh"> (new tab)</span>
              </a>
            );
          return part.kind === "mention" ? <b key={key}>{part.text}</b> : part.text;
        })}
      </p>
      {unsaid.length > 0 && (
        <p className="faint">
          For{" "}
          {unsaid.map(({ id, name }, place) => (
            <span key={id}>
              {place > 0 && ", "}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
