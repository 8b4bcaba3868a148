/** From 0x41 and from 0x61: the letters of Adobe's Symbol font, as Unicode's vendor mapping gives them. */
const capitals = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
const letters = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
const signs: Readonly<Record<number, string>> = {
  34: "∀",
  36: "∃",
  39: "∋",
  42: "∗",
  45: "−",
  64: "≅",
  92: "∴",
  94: "⊥",
  162: "′",
  163: "≤",
  165: "∞",
  171: "↔",
  172: "←",
  173: "↑",
  174: "→",
  175: "↓",
  176: "°",
  177: "±",
  178: "″",
  179: "≥",
  180: "×",
  181: "∝",
  182: "∂",
  183: "•",
  184: "÷",
  185: "≠",
  186: "≡",
  187: "≈",
  188: "…",
  199: "∩",
  200: "∪",
  206: "∈",
  207: "∉",
  209: "∇",
  213: "∏",
  214: "√",
  215: "⋅",
  229: "∑",
  242: "∫",
};
const wingdings: Readonly<Record<number, string>> = {
  74: "☺",
  108: "●",
  110: "■",
  111: "□",
  167: "▪",
  168: "◻",
  224: "→",
  223: "←",
  232: "➔",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** The character that `w:sym` draws: a code in hexadecimal, often in the private use area, in a font of symbols. */
export function symbolCharacter(font: string | null, code: string | null): string {
  const value = Number.parseInt(code ?? "", 16);
  if (Number.isNaN(value) || value < 0x20 || value > 0xffff) return "";
  const low = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  if (/^wingdings/i.test(font ?? "")) return wingdings[low] ?? "\uFFFD";
  if (/^symbol/i.test(font ?? "")) {
    const letter = low >= 0x61 ? letters.charAt(low - 0x61) : low >= 0x41 ? capitals.charAt(low - 0x41) : "";
    return letter || (signs[low] ?? (low < 0x80 ? String.fromCharCode(low) : "\uFFFD"));
  }
  return String.fromCharCode(low);
}
