import { SMTPServer } from "smtp-server";

// A mail server on a free port. It tells its port, and then each letter it took, as a line of JSON. It refuses letters
// to `refused@…` for good and those to `later@…` for now.

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function refusal(code: number, sentence: string): Error {
  return Object.assign(new Error(sentence), { responseCode: code });
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onAuth: ({ username, password }, _, done) => {
    if (username === "stet" && password === "right") done(null, { user: username });
    else done(refusal(535, "wrong name or password"));
  },
  onRcptTo: ({ address }, _, done) => {
    if (address.startsWith("refused")) done(refusal(550, "no such person"));
    else if (address.startsWith("later")) done(refusal(451, "try again later"));
    else done();
  },
  onData: (stream, session, done) => {
    let text = "";
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("end", () => {
      say({ to: session.envelope.rcptTo.map((one) => one.address), text });
      done();
    });
  },
});
const listening = server.listen(0, "127.0.0.1", () => {
  const at = listening.address();
  say({ port: typeof at === "object" && at !== null ? at.port : 0 });
});
