import { text } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { renderDraftWord } from './render-draft-word';
import type { StandardDraft } from './standard-draft';

const draft: StandardDraft = {
  kind: 'management',
  stage: 'draft',
  enterpriseName: '苏州良佳电气有限公司',
  number: 'Q/SLJD G0301-2026',
  replaces: '',
  replacesTitle: '',
  title: '采购控制程序',
  englishTitle: '',
  ics: '',
  ccs: '',
  issuedOn: null,
  inForceOn: '2026-04-01',
  foreword: { department: '采购部', drafters: [], changes: [] },
  scope: ['本文件规定了采购的要求。'],
  references: [],
  terms: [],
  chapters: [
    {
      title: '职责',
      blocks: [{ kind: 'list', items: ['评价供方', '签订合同'] }],
      clauses: [{ title: '质量部', blocks: [{ kind: 'text', text: '检验。' }] }],
    },
  ],
  annexes: [],
};

async function markupOf(from: StandardDraft): Promise<string> {
  const bytes = await renderDraftWord(from, '良行');
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === 'word/document.xml') return text(await zip.openReadStreamPromise(entry));
  }
  throw new Error('no document');
}

/** The text of the document, one line per paragraph. */
const textOf = async (from: StandardDraft): Promise<string> =>
  (await markupOf(from)).replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/gu, '');

describe('Word draft of an enterprise standard', () => {
  it('has cover, foreword and the chapters that every standard has', async () => {
    const text = await textOf(draft);
    expect(text).toContain('苏州良佳电气有限公司企业标准\nQ/SLJD G0301—2026');
    expect(text).toContain('前　言');
    for (const title of ['范围', '规范性引用文件', '术语和定义', '职责']) {
      expect(text).toContain(`\n　${title}\n`);
    }
    expect(text).toContain('2026年4月1日实施');
  });

  it('says so where nothing is cited and no term defined', async () => {
    const text = await textOf(draft);
    expect(text).toContain('本文件没有规范性引用文件。');
    expect(text).toContain('本文件没有需要界定的术语和定义。');
  });

  it('lists what is cited in the order of GB/T 1.1, each kind by number', async () => {
    const numbers = [
      'ISO 9001',
      'GB/T 13016',
      'JB/T 1',
      'GB 17167',
      'T/CAS 2',
      'GB/T 191',
      '【标准】',
    ];
    const references = numbers.map((number) => ({ number, title: '名称' }));
    const text = await textOf({ ...draft, references });
    const listed = [...text.matchAll(/^(.+)　名称$/gmu)].map(([, number]) => number);
    expect(listed).toEqual([
      'GB/T 191',
      'GB/T 13016',
      'GB 17167',
      'JB/T 1',
      'T/CAS 2',
      'ISO 9001',
      '【标准】',
    ]);
  });

  it('sets a term below its number, with its English name', async () => {
    const terms = [{ term: '供方', english: 'supplier', definition: '提供产品的组织。' }];
    expect(await textOf({ ...draft, terms })).toContain('\n\n供方　supplier\n提供产品的组织。\n');
  });

  it('speaks of patents where there may be some', async () => {
    expect(await textOf(draft)).not.toContain('专利');
    expect(await textOf({ ...draft, kind: 'technical' })).toContain('不承担识别专利的责任。');
  });

  it('bears the code of the enterprise on the cover', async () => {
    expect(await textOf(draft)).toMatch(/^Q\/SLJD$/mu);
    expect(await textOf({ ...draft, number: '' })).toMatch(/^Q$/mu);
    const revision = { ...draft, number: '', replaces: 'Q/SLJD G0301-2021' };
    expect(await textOf(revision)).toMatch(/^Q\/SLJD$/mu);
  });

  it('ends the entries of a list as Chinese lists end', async () => {
    expect(await textOf(draft)).toContain('评价供方；\n签订合同。');
    const blocks = [{ kind: 'list' as const, items: ['【指标】', '按【标准号】'] }];
    const text = await textOf({ ...draft, chapters: [{ title: '要求', blocks }] });
    expect(text).toContain('【指标】；\n按【标准号】。');
  });

  it('asks for what only a person knows', async () => {
    const text = await textOf(draft);
    expect(text).toContain('本文件主要起草人：【姓名】。');
    expect(text).toContain('【年　月　日】发布');
  });

  it('names the replaced edition in the foreword, and a first edition as one', async () => {
    expect(await textOf(draft)).toContain('本文件为首次发布。');
    const text = await textOf({ ...draft, replaces: 'Q/SLJD G0301-2021' });
    expect(text).toContain('代替 Q/SLJD G0301—2021');
    expect(text).toContain('除结构调整和编辑性改动外，主要变化如下：\n——【逐条');
    expect(text).toContain('历次版本发布情况为：\n——【首次发布的年份和编号】；');
    expect(text).not.toContain('本文件为首次发布');
  });

  it('names the replaced edition by number and title, or asks for the title', async () => {
    const revision = { ...draft, replaces: 'Q/SLJD G0301-2021' };
    expect(await textOf(revision)).toContain('本文件代替 Q/SLJD G0301—2021《【名称】》，与');
    expect(await textOf({ ...revision, replacesTitle: '采购管理' })).toContain(
      '本文件代替 Q/SLJD G0301—2021《采购管理》，与 Q/SLJD G0301—2021 相比',
    );
  });

  it('never leaves the end line alone on a page', async () => {
    const bodies: StandardDraft['chapters'][number]['blocks'][] = [
      [{ kind: 'text', text: '末句。' }],
      [{ kind: 'list', items: ['甲', '乙', '丙'] }],
    ];
    for (const blocks of bodies) {
      const markup = await markupOf({ ...draft, chapters: [{ title: '记录', blocks }] });
      const paragraphs = markup.split('<w:p>');
      const end = paragraphs.findIndex((paragraph) => paragraph.includes('━'));
      expect(paragraphs[end - 1]).toContain('<w:keepNext/>');
    }
  });

  it('bears the classification at the upper left of the cover where it is given', async () => {
    const classified = { ...draft, ics: '23.060.01; 25.040', ccs: 'J16/J17' };
    expect(await textOf(classified)).toMatch(
      /^ICS 23\.060\.01; 25\.040\nCCS J 16\/J 17\nQ\/SLJD\n/u,
    );
    expect(await textOf({ ...classified, ics: '' })).toMatch(/^CCS J 16\/J 17\nQ\/SLJD\n/u);
    expect(await textOf(draft)).toMatch(/^Q\/SLJD\n/u);
  });

  it('lists foreword, chapters and annexes with their pages, not its own name', async () => {
    const annexes = [{ title: '表格', isNormative: true, blocks: [] }];
    const text = await textOf({ ...draft, annexes });
    const contents = text.slice(text.indexOf('目　次'), text.lastIndexOf('前　言'));
    for (const entry of [/前　言.*II/u, /1.*范围.*1/u, /4.*职责.*1/u, /附录A（规范性）　表格.*2/u])
      expect(contents).toMatch(entry);
    expect(contents).not.toContain('采购控制程序');
  });

  it('shows on the cover how far the draft has come', async () => {
    expect(await textOf(draft)).toContain('（草案）');
    expect(await textOf({ ...draft, stage: 'review' })).toContain('（送审稿）');
    expect(await textOf({ ...draft, stage: 'inForce' })).not.toMatch(/稿）/u);
  });
});
