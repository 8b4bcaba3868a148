import localFont from "next/font/local";

/**
 * The two Latin faces of every page, sent ahead of the style sheet so that they are there when it is. Letters that they
 * lack come from the faces in styles/fonts.css.
 */
const text = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2",
      style: "italic",
    },
  ],
  weight: "200 900",
  adjustFontFallback: false,
  variable: "--face-text",
});

const ui = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  weight: "100 700",
  adjustFontFallback: false,
  variable: "--face-ui",
});

/** Classes for the root element: they name the faces for the tokens. */
export const faces = `${text.variable} ${ui.variable}`;
