/** The 13 digits of an ISBN with 10 or 13, hyphens and blanks or not, when its check digit is right; else null. */
export function parseIsbn(text: string): string | null {
  const compact = text
    .trim()
    .replace(/^isbn(?:-1[03])?\s*:?\s*/i, "")
    .replace(/[\s\u00AD\u2010-\u2015-]/g, "")
    .toUpperCase();
  if (/^97[89]\d{10}$/.test(compact)) return checkDigit13(compact.slice(0, 12)) === compact[12] ? compact : null;
  if (!/^\d{9}[\dX]$/.test(compact) || checkDigit10(compact.slice(0, 9)) !== compact[9]) return null;
  const first = `978${compact.slice(0, 9)}`;
  return `${first}${checkDigit13(first)}`;
}

/** The older form with ten digits; null for an ISBN that has none. */
export function isbn10Of(isbn13: string): string | null {
  if (!/^978\d{10}$/.test(isbn13)) return null;
  const digits = isbn13.slice(3, 12);
  return `${digits}${checkDigit10(digits)}`;
}

function checkDigit13(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

function checkDigit10(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}
