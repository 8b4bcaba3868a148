declare module "subset-font" {
  /** Cuts a font down to the letters of a text, as an instance of its axes where they are given. */
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: { readonly targetFormat: "truetype"; readonly variationAxes?: Readonly<Record<string, number>> },
  ): Promise<Buffer>;
}
