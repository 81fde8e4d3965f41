/**
 * A .csv has no types: a program takes a cell that begins like a formula for one. An apostrophe in front keeps it
 * text; reading takes exactly that apostrophe away again, so that both together change nothing.
 */
const FORMULA_START = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The cell as it is safe in a .csv. */
export function withGuard(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** Takes back what `withGuard` did; every other text stays. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && FORMULA_START.test(text) ? text.slice(1) : text;
}
