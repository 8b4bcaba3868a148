import "server-only";

/** Why a stream was ended from this side. */
export type EndReason = "session" | "replaced" | "full" | "slow" | "stopping";

/** The server's end of one stream of events. */
export type Outlet = {
  /** Adds text to what the reader has not taken yet; a reader who leaves too much lying is dropped. */
  readonly send: (text: string) => void;
  /** Tells the reader why, and closes. */
  readonly end: (reason: EndReason) => void;
  readonly isOpen: () => boolean;
};

/** So much may wait for a slow reader, in bytes. */
export const mostQueued = 1024 * 1024;

/** A body for a response, and its other end. `onClose` runs once, whichever side closed. */
export function openEventStream(onClose: () => void): {
  readonly body: ReadableStream<Uint8Array>;
  readonly outlet: Outlet;
} {
  const encoder = new TextEncoder();
  let queue: Uint8Array[] = [];
  let queued = 0;
  let open = true;
  let wake: () => void = () => {};

  const close = () => {
    if (!open) return;
    open = false;
    wake();
    onClose();
  };
  const add = (text: string) => {
    const bytes = encoder.encode(text);
    queue.push(bytes);
    queued += bytes.byteLength;
    wake();
  };
  const outlet: Outlet = {
    isOpen: () => open,
    send: (text) => {
      if (!open) return;
      add(text);
      if (queued <= mostQueued) return;
      queue = [];
      outlet.end("slow");
    },
    end: (reason) => {
      if (!open) return;
      add(eventText({ event: "end", data: { reason } }));
      close();
    },
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (queue.length === 0 && open) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const taken = queue;
        queue = [];
        queued = 0;
        for (const bytes of taken) controller.enqueue(bytes);
        if (!open) controller.close();
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
  return { body, outlet };
}

/** A body that says only why there is no stream: a browser's EventSource cannot read the status of an answer. */
export function endedStream(reason: EndReason): ReadableStream<Uint8Array> {
  const { body, outlet } = openEventStream(() => {});
  outlet.end(reason);
  return body;
}

type Told = { readonly event?: string; readonly id?: string; readonly data: unknown };

/** One event in the format of server-sent events (HTML Living Standard, 9.2); its data is JSON on one line. */
export function eventText({ event, id, data }: Told): string {
  const name = event === undefined ? "" : `event: ${event}\n`;
  const place = id === undefined ? "" : `id: ${id}\n`;
  return `${name}${place}data: ${JSON.stringify(data)}\n\n`;
}
