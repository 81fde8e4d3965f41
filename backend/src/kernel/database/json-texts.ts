/** Rows in one text: a message of about a megabyte, which the thread that answers people passes on in a few milliseconds. */
const ROWS_PER_TEXT = 1_000;

/** Rows as JSON for `jsonb_to_recordset`, in pieces of which each is one statement. */
export function jsonTexts(rows: readonly object[]): string[] {
  const texts: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_TEXT)
    texts.push(JSON.stringify(rows.slice(from, from + ROWS_PER_TEXT)));
  return texts;
}
