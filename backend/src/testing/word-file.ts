import PizZip from 'pizzip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_ML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph of these runs, as Word splits them. */
export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${escaped(run)}</w:t></w:r>`).join('')}</w:p>`;

/** A table of one cell. */
export const table = (content: string): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${content}</w:tc></w:tr></w:tbl>`;

interface WordContent {
  readonly body: string;
  readonly header?: string;
  readonly footer?: string;
  /** Other parts, by name. */
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

/** A Word file of paragraphs, tables and what else is given as XML. */
export function wordFile({ body, header = '', footer = '', more = {} }: WordContent): Buffer {
  const zip = new PizZip();
  const part = (name: string, kind: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${WORD_ML}.${kind}+xml"/>`;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('header1', 'header')}${part('footer1', 'footer')}</Types>`,
  );
  zip.file(
    '_rels/.rels',
    `${head}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  zip.file(
    'word/_rels/document.xml.rels',
    `${head}<Relationships xmlns="${RELATIONS}"><Relationship Id="h1" Type="${OFFICE}/header" Target="header1.xml"/><Relationship Id="f1" Type="${OFFICE}/footer" Target="footer1.xml"/></Relationships>`,
  );
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/></w:sectPr>`;
  zip.file(
    'word/document.xml',
    `${head}<w:document ${W} xmlns:r="${OFFICE}"><w:body>${body}${section}</w:body></w:document>`,
  );
  zip.file('word/header1.xml', `${head}<w:hdr ${W}>${header || paragraph('')}</w:hdr>`);
  zip.file('word/footer1.xml', `${head}<w:ftr ${W}>${footer || paragraph('')}</w:ftr>`);
  for (const [name, content] of Object.entries(more)) zip.file(name, content);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The text of one part of a Word file, a line for each paragraph. */
export function textOfWord(bytes: Uint8Array, part = 'document'): string {
  const xml = new PizZip(bytes).file(`word/${part}.xml`)?.asText() ?? '';
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|(<\/w:p>)/g)]
    .map(([, run = '', end]) => (end === undefined ? unescaped(run) : '\n'))
    .join('')
    .trim();
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** As a browser sends it. */
export function wordForm(file: Uint8Array, name: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), name);
  return form;
}
