/** Puts the half of the library that reads PDFs where the other half finds it; exports nothing that is used. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
