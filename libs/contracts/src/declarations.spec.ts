import { DECLARATION_IDS, printedDeclaration } from './declarations';

describe('a declaration in the dossier', () => {
  it('is in the usual words once they are confirmed, and says until then that they are not', () => {
    for (const id of DECLARATION_IDS) {
      const confirmed = printedDeclaration(id, { id, holds: true, text: '' }, '南河电机');
      const open = printedDeclaration(id, undefined, '南河电机');
      expect(open).toEqual({ title: `${confirmed.title}（待确认）`, text: confirmed.text });
      expect(confirmed.text).toMatch(/^南河电机(声明|承诺)：/);
    }
  });

  it('says what there was where the usual words do not hold, and claims no absence in its title', () => {
    const text = '2025 年 3 月省级监督抽查一批次不合格，已整改并复查合格。';
    const printed = printedDeclaration(
      'inspections',
      { id: 'inspections', holds: false, text },
      '',
    );
    expect(printed).toEqual({
      title: '产品质量监督抽查情况说明',
      text: `本企业说明：${text}`,
    });
    const accidents = { id: 'accidents', holds: false, text } as const;
    expect(printedDeclaration('accidents', accidents, '').title).not.toContain('无');
  });
});
