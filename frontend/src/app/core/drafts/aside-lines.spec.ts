import { asideLines } from './aside-lines';

interface Typed {
  readonly finding: string;
  readonly days: number;
}
const words = {
  finding: (text: string) => ({ label: '发现', text }),
  days: (days: number) => ({ label: '人日', text: `${days} 人日` }),
};
const typed: Typed = { finding: '缺记录', days: 2 };

describe('what was typed of a closed thing', () => {
  it('is said where it is another than what is stored', () => {
    expect(asideLines(typed, { finding: '缺记录', days: 1 }, words)).toEqual([
      { label: '人日', text: '2 人日' },
    ]);
  });

  it('says that a field was emptied', () => {
    expect(asideLines({ ...typed, finding: '' }, typed, words)).toEqual([
      { label: '发现', text: '—' },
    ]);
  });

  it('says nothing of a field that was not touched', () => {
    expect(asideLines<Partial<Typed>>({ days: 3 }, typed, words)).toEqual([
      { label: '人日', text: '3 人日' },
    ]);
  });
});
