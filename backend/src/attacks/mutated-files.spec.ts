import { SpreadsheetProblem } from '@liangxing/spreadsheet';
import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { previewOf } from '../features/standards/import/import-preview';
import { packSheets, unpackSheets } from '../features/standards/import/packed-sheets';
import { bestSheet } from '../features/standards/import/recognition/choose-sheets';
import { mutatedFile } from './mutated-files';
import { SeededRandom } from './seeded-random';

const FILES = 1_800;

/** What of the import runs in a thread, on every sheet; the error that is none of the file's. */
async function faultOf(content: Buffer): Promise<unknown> {
  try {
    const read = await readSpreadsheet(content);
    const sheets = unpackSheets(packSheets(read.sheets));
    const file = { fileName: 'a', encoding: read.encoding, sheetNames: sheets.map((s) => s.name) };
    const choice = { duplicates: 'update' as const, leftOut: { hidden: false, struck: false } };
    previewOf(file, sheets, { ...choice, sheets: [bestSheet(sheets)] }, []);
    for (const [index, { rows }] of sheets.entries()) {
      const columns = [{ index: rows.length % 3, field: 'title' as const }];
      previewOf(file, sheets, { ...choice, sheets: [index], columns }, []);
    }
  } catch (error) {
    if (!(error instanceof SpreadsheetProblem)) return error;
  }
  return undefined;
}

describe('a file of which something was changed', () => {
  it('is read or refused in words, whatever it was', async () => {
    const faults: string[] = [];
    let refused = 0;
    for (let index = 0; index < FILES; index += 1) {
      const { name, content } = await mutatedFile(
        index,
        new SeededRandom(`file ${String(index)}`),
        'own',
      );
      const fault = await faultOf(content);
      if (fault !== undefined) faults.push(`file ${String(index)} (${name}): ${String(fault)}`);
      if (
        await readSpreadsheet(content).then(
          () => false,
          () => true,
        )
      )
        refused += 1;
    }
    expect(faults).toEqual([]);
    // Some of each: a change that is always refused tells little of what stands behind.
    expect(refused).toBeGreaterThan(FILES / 20);
    expect(refused).toBeLessThan(FILES * 0.8);
  }, 300_000);
});
