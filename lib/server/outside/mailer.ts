import "server-only";
import nodemailer from "nodemailer";

/** A letter in plain text. `messageId` is the same when it is sent again, so that programs show it once. */
export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** Where the reader changes what they get. */
  readonly settings: string;
};

/** `refused`: this letter will never be taken; `later`: the server could not now. */
export type Sent = "sent" | "refused" | "later";

export type Mailer = {
  readonly send: (letter: Letter) => Promise<{ readonly end: Sent; readonly why: string }>;
  readonly close: () => void;
};

const patienceMs = 20_000;

/**
 * The mail server that the environment names: `STET_SMTP_URL` (`smtps://user:password@host`, `smtp://host:587`) and
 * `STET_MAIL_FROM`; null when either is missing. Letters are never read from files or fetched.
 */
export function openMailer(env: Readonly<Record<string, string | undefined>> = process.env): Mailer | null {
  const { STET_SMTP_URL: url = "", STET_MAIL_FROM: from = "" } = env;
  if (url === "" || from === "") return null;
  const transport = nodemailer.createTransport(url, {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  });
  return {
    send: async ({ to, subject, text, messageId, settings }) => {
      try {
        const list = { unsubscribe: { url: settings, comment: "What is sent by mail" } };
        await withPatience(transport.sendMail({ to, subject, text, messageId, list }));
        return { end: "sent", why: "" };
      } catch (error) {
        return problemOf(error);
      }
    },
    close: () => transport.close(),
  };
}

async function withPatience<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The mail server took too long.")), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** RFC 5321: 5yz is for good. A refused sign-in is the operator's to mend, so the letter waits. */
function problemOf(error: unknown): { readonly end: Sent; readonly why: string } {
  const why = error instanceof Error ? error.message : String(error);
  const code = typeof error === "object" && error !== null && "responseCode" in error ? error.responseCode : null;
  const isAuth = typeof error === "object" && error !== null && "code" in error && error.code === "EAUTH";
  const forGood = typeof code === "number" && code >= 500 && code < 600 && !isAuth;
  return { end: forGood ? "refused" : "later", why };
}
