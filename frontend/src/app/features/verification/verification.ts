/** A typed code without blanks and in capitals; groups of four by hyphens where it is complete. */
export function tidyCode(text: string): string {
  const signs = text.replace(/[\s\-–—－]/g, '').toUpperCase();
  return /^[0-9A-Z]{16}$/.test(signs) ? (signs.match(/.{4}/g) ?? []).join('-') : text.trim();
}

/** Whether it can be a code at all: 16 letters and digits. */
export function isWholeCode(code: string): boolean {
  return /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/.test(code);
}

/** The code in a pasted address `https://…/verify/7K2M-…`, or the text itself. */
export function codeIn(text: string): string {
  const inAddress = /\/verify\/([^/?#\s]+)/.exec(text)?.[1];
  return tidyCode(inAddress ?? text);
}

/** Lower-case hex, as the server writes it. */
export function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
