import { get } from "node:http";

export type Listening = {
  /** Resolves with `performance.now()` when the next change arrives. */
  readonly next: () => Promise<number>;
  readonly close: () => void;
};

/** One open stream of a desk's changes, as a browser has it; resolves when it has said where it stands. */
export function listenTo(url: string, cookie: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let waiting: (at: number) => void = () => {};
    let text = "";
    const request = get(`${url}/api/v1/live`, { headers: { cookie, accept: "text/event-stream" }, agent: false });
    request.on("error", reject);
    request.on("response", (response) => {
      if (response.statusCode !== 200) return reject(new Error(`The stream was answered with ${response.statusCode}.`));
      response.on("error", () => {});
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        const blocks = text.split("\n\n");
        text = blocks.pop() ?? "";
        for (const block of blocks) {
          if (block.startsWith("event: hello")) resolve({ next, close: () => request.destroy() });
          else if (block.startsWith("id: ")) waiting(performance.now());
        }
      });
    });
    const next = () => {
      return new Promise<number>((done) => {
        waiting = done;
      });
    };
  });
}
