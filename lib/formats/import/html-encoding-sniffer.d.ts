declare module "html-encoding-sniffer" {
  /** The WHATWG encoding sniffing algorithm; the answer is an encoding's name, or `defaultEncoding` as given. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string | undefined;
      readonly defaultEncoding?: string;
    },
  ): string;
}
