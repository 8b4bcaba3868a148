"use client";

import { useEffect, useRef, useState } from "react";
import { bookmarkletSource } from "#components/import/bookmarklet-source.ts";
import { WaysCrumb } from "#components/import/ways-crumb.tsx";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";

/** What the bookmarklet is for, and how to get it. The whole `main` of a page. */
export function BookmarkletPage() {
  const link = useRef<HTMLAnchorElement>(null);
  const [copied, setCopied] = useState("");
  // React renders no javascript: address, and our policy runs none: it is there to be dragged away.
  useEffect(() => {
    const anchor = link.current;
    const stay = (event: Event) => {
      event.preventDefault();
      setCopied("Drag this to the bookmarks bar; it does its work on other pages.");
    };
    anchor?.setAttribute("href", bookmarkletSource(location.origin));
    anchor?.addEventListener("click", stay);
    return () => anchor?.removeEventListener("click", stay);
  }, []);
  const copy = async () => {
    const sentence = await copySentence(bookmarkletSource(location.origin));
    setCopied(sentence);
    announce(sentence);
  };
  return (
    <main className="wrap narrow" id="main">
      <WaysCrumb />
      <div className="phead">
        <h1>Send the page you see</h1>
      </div>
      <p className="lead">
        Some pages show their text only to those who are signed in or have paid. This bookmark sends such a page to Stet
        as your browser has it.
      </p>
      <p className="dragrow">
        <a ref={link} className="btn go" href="#main" draggable aria-describedby="drag-hint">
          Send to Stet
        </a>
        <Button onClick={copy}>Copy its address</Button>
      </p>
      <p className="why" role="status">
        {copied}
      </p>
      <ol className="howto" id="drag-hint">
        <li>Drag “Send to Stet” to the bookmarks bar, or copy its address into a new bookmark.</li>
        <li>Open the page you want, sign in there, and scroll until all of its text is there.</li>
        <li>Click the bookmark. Stet opens beside the page and shows what arrives.</li>
        <li>Press “Bring it in”. Nothing reaches the desk before that.</li>
      </ol>
      <p className="soft">
        It sends the page’s HTML, title and address, and no cookies or passwords. Some sites keep other windows away:
        save the page there with the browser and upload the file.
      </p>
    </main>
  );
}

async function copySentence(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied. Make a new bookmark and paste it as the address.";
  } catch {
    return "The browser did not allow copying. Drag the button instead.";
  }
}
