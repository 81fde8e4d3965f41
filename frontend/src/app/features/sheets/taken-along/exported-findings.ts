/** A finding as it is exported: its lines in the words of the page, and its photos as `data:` addresses. */
export interface ExportedFinding {
  readonly lines: readonly string[];
  readonly photos: readonly string[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** One page that every browser opens and prints, photos included. */
export function exportedPage(title: string, findings: readonly ExportedFinding[]): string {
  const parts = findings.map(({ lines, photos }) => {
    const said = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
    const seen = photos.map((photo) => `<img alt="" src="${escaped(photo)}">`).join('\n');
    return `<article>\n${said}\n${seen}\n</article>`;
  });
  const style = 'p{white-space:pre-line}img{max-width:100%}article{border-bottom:1px solid}';
  return `<!doctype html>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>${style}</style>
<h1>${escaped(title)}</h1>
${parts.join('\n')}
`;
}

export async function dataAddress(content: Blob): Promise<string> {
  const bytes = new Uint8Array(await content.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return `data:${content.type};base64,${btoa(text)}`;
}
