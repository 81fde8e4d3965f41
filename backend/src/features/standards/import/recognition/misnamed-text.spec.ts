import { readSpreadsheet } from '@liangxing/spreadsheet/read';
import { refuseMisnamedText } from './misnamed-text';

const check = async (name: string, text: string): Promise<void> =>
  refuseMisnamedText(name, await readSpreadsheet(Buffer.from(text)));

describe('text named like a workbook', () => {
  it('is refused where it is no table with a head', async () => {
    for (const name of ['明细.xlsx', 'A.XLSX', 'old.xls'])
      await expect(check(name, '这只是一段说明文字。')).rejects.toMatchObject({
        code: 'spreadsheet_wrong_type',
        params: { found: 'TXT' },
      });
    await expect(check('a.xlsx', 'one,two\nthree,four\n')).rejects.toThrow();
  });

  it('is read as what it is where its head is that of a register', async () => {
    const register = '标准编号,标准名称\nGB/T 19001-2016,质量管理体系 要求\n';
    await expect(check('明细.xlsx', register)).resolves.toBeUndefined();
  });

  it('is left alone under its own name', async () => {
    await expect(check('a.csv', '这只是一段说明文字。')).resolves.toBeUndefined();
  });
});
