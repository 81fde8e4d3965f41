/** Rows in one text: a message of about a megabyte, and some milliseconds of the database. */
const ROWS_PER_TEXT = 1_000;
const encoder = new TextEncoder();

/**
 * Rows as JSON in UTF-8 for `jsonb_to_recordset($1::text::jsonb)`, in pieces of which each is one statement. Bytes, for
 * the thread that answers people only passes them on: it never turns them into characters and back.
 */
export function jsonTexts(rows: readonly object[]): Uint8Array[] {
  const texts: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_TEXT)
    texts.push(encoder.encode(JSON.stringify(rows.slice(from, from + ROWS_PER_TEXT))));
  return texts;
}
