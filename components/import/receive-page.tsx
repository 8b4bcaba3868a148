"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { uuidv7 } from "uuidv7";
import { sendForm, textIn } from "#components/desk/send-import.ts";
import { mostPageBytes, type ReceivedPage, readyMessage, receivePage } from "#components/import/received-page.ts";
import { WaysCrumb } from "#components/import/ways-crumb.tsx";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { announce } from "#components/ui/live-region.tsx";

const numbers = new Intl.NumberFormat("en");

type Stand =
  | { readonly kind: "waiting" }
  | { readonly kind: "alone" }
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "arrived"; readonly page: ReceivedPage };

/** What the bookmarklet sent, shown in words before anything of it leaves this window. The whole `main` of a page. */
export function ReceivePage() {
  const stand = useArrival();
  return (
    <main className="wrap narrow" id="main">
      <WaysCrumb />
      <div className="phead">
        <h1>A page from your browser</h1>
      </div>
      <Stands stand={stand} />
    </main>
  );
}

/** The first page that the window that opened this one sends; every later message is ignored, whoever sends it. */
function useArrival(): Stand {
  const [stand, setStand] = useState<Stand>({ kind: "waiting" });
  useEffect(() => {
    const opener: unknown = window.opener;
    if (typeof opener !== "object" || opener === null) return setStand({ kind: "alone" });
    const receive = (event: MessageEvent) => {
      if (event.source !== opener) return;
      const page = receivePage(event);
      if (page === null) return;
      window.removeEventListener("message", receive);
      setStand(typeof page === "string" ? { kind: "refused", sentence: page } : { kind: "arrived", page });
      announce(typeof page === "string" ? page : "A page arrived.");
    };
    window.addEventListener("message", receive);
    // The other side's origin is not known yet, and this message holds nothing.
    window.opener.postMessage(readyMessage, "*");
    return () => window.removeEventListener("message", receive);
  }, []);
  return stand;
}

function Stands({ stand }: { stand: Stand }) {
  switch (stand.kind) {
    case "waiting":
      return <p className="lead">Waiting for the page.</p>;
    case "alone":
      return (
        <p className="lead">
          No page was sent to this window. Open the page you want and use the bookmark there.{" "}
          <Link className="link" href="/articles/import/page">
            How to get the bookmark
          </Link>
        </p>
      );
    case "refused":
      return (
        <p className="refusal" role="alert">
          <Icon name="warn" />
          <span>{stand.sentence}</span>
        </p>
      );
    case "arrived":
      return <Arrived page={stand.page} />;
  }
}

function Arrived({ page }: { page: ReceivedPage }) {
  const [id] = useState(() => uuidv7());
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const bringIn = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setProblem(await send(page, id));
    setIsBusy(false);
  };
  return (
    <>
      <p className="lead">This arrived. Nothing of it has left this window yet.</p>
      <dl className="arrival">
        <dt>Sent by</dt>
        <dd>
          <bdi>{page.origin}</bdi>
        </dd>
        <dt>Title</dt>
        <dd>
          <bdi>{page.title === "" ? "None" : page.title}</bdi>
        </dd>
        <dt>Address</dt>
        <dd>
          <bdi className="data">{page.address}</bdi>
        </dd>
        <dt>Length</dt>
        <dd>
          {numbers.format(Math.ceil(page.bytes / 1024))} KB of HTML, of at most {numbers.format(mostPageBytes / 1024)}{" "}
          KB
        </dd>
      </dl>
      <div role="alert">
        {problem === "" ? null : (
          <p className="refusal">
            <Icon name="warn" />
            <span>{problem}</span>
          </p>
        )}
      </div>
      <div className="acts">
        <Button variant="go" busy={isBusy} onClick={bringIn}>
          Bring it in
        </Button>
        <Button onClick={() => window.close()}>Throw it away</Button>
        <span className="why">You look at what was taken before it is frozen as version 1.</span>
      </div>
    </>
  );
}

/** Stages the page and opens the preview; answers a sentence when that did not work, else "". */
async function send({ html, address }: ReceivedPage, id: string): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ way: "page", id, address, html })) body.set(name, value);
  try {
    const sent = await sendForm(body, { path: "/api/v1/imports", body, saved: "" });
    if (sent.kind === "saved") {
      // Loaded anew, the preview has a window of its own that the sender holds no handle to.
      window.location.assign(`/articles/import/${id}`);
      return "";
    }
    return sent.kind === "invalid" ? (Object.values(sent.fields)[0] ?? "") : (textIn(sent, "sentence") ?? "");
  } catch {
    return "The desk did not answer. Check the connection, then try again.";
  }
}
