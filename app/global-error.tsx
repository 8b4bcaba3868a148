"use client";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <h1>Something went wrong on our side.</h1>
        <p>What was saved is safe. Open the page again. Reference: {error.digest ?? "none"}</p>
      </body>
    </html>
  );
}
