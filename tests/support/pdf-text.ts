import type { PdfFace, PdfWords } from "#tests/support/make-pdf.ts";

/** Widths of Helvetica's letters from the space on, in thousandths of the size (Adobe Font Metrics). */
const widths =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
    .split(" ")
    .map(Number);

export function widthOf(text: string, size: number): number {
  return [...text].reduce((total, letter) => total + (widths[letter.charCodeAt(0) - 32] ?? 556), 0) * (size / 1000);
}

type Setting = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size?: number;
  readonly leading?: number;
  readonly indent?: number;
  readonly face?: PdfFace;
};

/** Sets a paragraph in lines of a width, the first one indented; lines go on below `y`. Words break only at `|`. */
export function setParagraph(text: string, setting: Setting): PdfWords[] {
  const { x, width, size = 10, leading = size * 1.2, indent = 0, face = "plain" } = setting;
  const lines: string[] = [];
  let line = "";
  const room = () => width - (lines.length === 0 ? indent : 0);
  for (const word of text.split(" ")) {
    const whole = word.replaceAll("|", "");
    const longer = line === "" ? whole : `${line} ${whole}`;
    if (widthOf(longer, size) <= room()) {
      line = longer;
      continue;
    }
    const [head, tail] = word.includes("|") ? word.split("|") : ["", word];
    lines.push(head === "" ? line : `${line} ${head}-`);
    line = tail ?? "";
  }
  lines.push(line);
  return lines.map((words, index) => ({
    text: words,
    x: x + (index === 0 ? indent : 0),
    y: setting.y + index * leading,
    size,
    face,
  }));
}
