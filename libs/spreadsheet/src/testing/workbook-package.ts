/** Workbooks written by hand, part by part: as no spreadsheet program would write them. */
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface WorkbookParts {
  /** Content of `<worksheet>` of each sheet. */
  readonly sheets: readonly string[];
  /** Content of `<sst>`. */
  readonly shared?: string;
  /** Content of `<styleSheet>`. */
  readonly styles?: string;
  /** Content of `<workbook>` behind its sheets. */
  readonly workbook?: string;
  /** How often each sheet is listed. */
  readonly repeated?: number;
  /** Name of every sheet, instead of S1, S2 … */
  readonly name?: string;
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

export function workbookPackage(parts: WorkbookParts): Promise<Buffer> {
  const { sheets, shared, styles, workbook = '', repeated = 1, name } = parts;
  const numbers = sheets.map((_, index) => String(index + 1));
  const listed = Array.from({ length: repeated }, () => numbers).flat();
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook><sheets>${listed.map((n, at) => `<sheet name="${name ?? `S${at + 1}`}" sheetId="${n}" r:id="s${n}"/>`).join('')}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${numbers
      .map((n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n}.xml`))
      .join(
        '',
      )}${relation('x', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet>${sheet}</worksheet>`,
      ]),
    ),
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${shared}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
  };
  return packageOf(files);
}

/** A zip of texts by their names. */
export function packageOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(
      Buffer.from(name.endsWith('.xml') || name.endsWith('.rels') ? XML + text : text),
      name,
    );
  zip.end();
  return buffer(zip.outputStream as unknown as AsyncIterable<Buffer> & NodeJS.ReadableStream);
}

/** Rows from 1 whose cells stand from the left as inline texts. */
export const inlineRows = (rows: readonly (readonly string[])[]): string =>
  `<sheetData>${rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData>`;
