"use client";

import { PlainBar } from "#components/desk/plain-bar.tsx";
import { PlainPage } from "#components/desk/plain-page.tsx";

type Props = { error: Error & { digest?: string } };

export default function ErrorPage({ error }: Props) {
  return (
    <>
      <PlainBar />
      <PlainPage
        sentence="Something went wrong on our side."
        next="What was saved is safe, and what you were typing is kept. Open the page again; if it stays so, send this reference to whoever runs the desk."
        link={{ href: "/articles", words: "To the articles" }}
        {...(error.digest === undefined ? {} : { reference: error.digest })}
      />
    </>
  );
}
