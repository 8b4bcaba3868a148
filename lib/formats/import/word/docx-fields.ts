import { safeHref } from "#lib/formats/import/safe-href.ts";

type Field = { code: string; isCode: boolean; readonly outerHref: string | null };

const longestCode = 5_000;

/** The complex fields that are open: what stands between their signs is first a code and then its result. */
export class DocxFields {
  /** The address that the text is linked to by the fields around it. */
  href: string | null = null;
  readonly #open: Field[] = [];
  #codes = 0;

  /** True within a code, whose words are no text. */
  get isCode(): boolean {
    return this.#codes > 0;
  }

  sign(type: string | null): void {
    const field = this.#open.at(-1);
    if (type === "begin") {
      this.#open.push({ code: "", isCode: true, outerHref: this.href });
      this.#codes += 1;
    } else if (type === "separate" && field?.isCode === true) {
      field.isCode = false;
      this.#codes -= 1;
      this.href = hrefOfField(field.code) ?? this.href;
    } else if (type === "end" && field !== undefined) {
      this.#open.pop();
      if (field.isCode) this.#codes -= 1;
      this.href = field.outerHref;
    }
  }

  code(text: string): void {
    const field = this.#open.at(-1);
    if (field?.isCode === true && field.code.length < longestCode) field.code += text;
  }

  /** At the end of a paragraph: a code that never ended hides no more than its own paragraph. */
  settle(): void {
    while (this.#codes > 0) this.sign("end");
  }
}

/** The address of a HYPERLINK field; null for other fields and for places within the document. */
export function hrefOfField(code: string): string | null {
  const match = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/i.exec(code);
  return safeHref(match?.[1] ?? match?.[2] ?? null, null);
}
