/** Rows copied from a spreadsheet (tabs between cells) as a file that the import reads. */
export function fileOfRows(text: string): File {
  const rows = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const quoted = rows.map((row) =>
    row
      .split('\t')
      .map((cell) => `"${cell.replaceAll('"', '""')}"`)
      .join(','),
  );
  return new File([`\ufeff${quoted.join('\r\n')}\r\n`], '粘贴的内容.csv', { type: 'text/csv' });
}
