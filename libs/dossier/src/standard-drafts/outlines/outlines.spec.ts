import yauzl from 'yauzl';
import { draftFromOutline } from '../draft-from-outline';
import { renderDraftWord } from '../render-draft-word';
import type { DraftBlock, DraftChapter } from '../standard-draft';
import { DRAFT_OUTLINES } from './index';

const facts = {
  enterpriseName: '苏州良佳电气有限公司',
  number: 'Q/SLJD G0301-2026',
  title: '',
  englishTitle: '',
  replaces: '',
  replacesTitle: '',
  department: '',
  drafters: [],
  ics: '',
  ccs: '',
  stage: 'draft' as const,
  issuedOn: null,
  inForceOn: null,
};

const chaptersOf = {
  management: [['职责', '管理内容与要求', '检查与考核', '报告与记录']],
  post: [
    ['职责与权限', '任职资格', '工作内容与要求', '检查与考核'],
    ['职责权限', '工作范围', '作业流程', '作业规范', '周期工作事项', '条件触发事项'],
  ],
};

const bodiesOf = (chapters: readonly DraftChapter[]): (readonly DraftBlock[])[] =>
  chapters.flatMap(({ blocks, clauses = [] }) => [
    blocks,
    ...clauses.map((clause) => clause.blocks),
  ]);

/** 供应, 响应 … hold the sign 应 and require nothing. */
const withoutCompounds = (text: string): string =>
  text.replaceAll(/供应|响应|相应|应急|适应|对应|反应/gu, '');

/** A requirement, a recommendation, a permission, a duty, a power, or what something consists of. */
const SAYS = /应|宜|可|负责|有权|分为|包括/u;

/** GB/T 1.1-2020 has 应, 不应, 宜, 可 and no other words for them; the rest cannot be verified. */
const FORBIDDEN =
  /必须|不得|不可|严禁|禁止|本标准|尽量|尽可能|及时(?!率)|适当|足够|等等|有关规定|工作标准|加倍/u;

describe('outlines of common enterprise standards', () => {
  it('are at least 25, each with an id and a title of its own', () => {
    expect(DRAFT_OUTLINES.length).toBeGreaterThanOrEqual(25);
    expect(new Set(DRAFT_OUTLINES.map(({ id }) => id)).size).toBe(DRAFT_OUTLINES.length);
    expect(new Set(DRAFT_OUTLINES.map(({ title }) => title)).size).toBe(DRAFT_OUTLINES.length);
  });

  it.each(DRAFT_OUTLINES)('$id has the chapters of its kind, none of them empty', (outline) => {
    const { kind, chapters } = outline;
    const titles = chapters.map(({ title }) => title);
    if (kind !== 'technical') expect(chaptersOf[kind]).toContainEqual(titles);
    for (const { blocks, clauses = [] } of chapters) {
      expect(blocks.length + clauses.length).toBeGreaterThan(0);
      for (const clause of clauses) expect(clause.blocks.length).toBeGreaterThan(0);
    }
  });

  it.each(DRAFT_OUTLINES)('$id leads to every list by a sentence', ({ chapters }) => {
    for (const blocks of bodiesOf(chapters)) {
      blocks.forEach(({ kind }, at) => {
        const before = blocks[at - 1];
        if (kind === 'list') expect(before?.kind === 'text' && before.text).toMatch(/：$/u);
      });
    }
  });

  it.each(DRAFT_OUTLINES)('$id lists what its chapters cite, and nothing else', (outline) => {
    const cited = JSON.stringify(outline.chapters).match(/GB(?:\/T)? [\d.]*\d/gu) ?? [];
    const listed = outline.references.map(({ number }) => number);
    expect([...new Set(cited)].sort()).toEqual([...listed].sort());
  });

  it.each(DRAFT_OUTLINES)('$id has no list of a single entry', ({ chapters }) => {
    for (const { blocks, clauses = [] } of chapters) {
      for (const block of [...blocks, ...clauses.flatMap((clause) => clause.blocks)]) {
        if (block.kind === 'list') expect(block.items.length).toBeGreaterThan(1);
      }
    }
  });

  it.each(DRAFT_OUTLINES)('$id leads to nothing but a list', ({ chapters }) => {
    for (const blocks of bodiesOf(chapters)) {
      blocks.forEach((block, at) => {
        if (block.kind !== 'text') return;
        expect(block.text).toMatch(/[。：]$/u);
        expect(block.text.endsWith('：')).toBe(blocks[at + 1]?.kind === 'list');
      });
    }
  });

  it.each(DRAFT_OUTLINES)('$id says in every sentence who, and what is required', (outline) => {
    for (const blocks of bodiesOf(outline.chapters)) {
      for (const block of blocks) {
        if (block.kind !== 'text') continue;
        for (const sentence of block.text.split(/(?<=[。：])/u)) {
          // A sentence that begins with the requirement has nobody to fulfil it.
          expect(sentence).not.toMatch(/^(?:不应|应(?!急)|宜|可)/u);
          expect(withoutCompounds(sentence)).toMatch(SAYS);
        }
      }
    }
  });

  it.each(DRAFT_OUTLINES)('$id requires once: in the lead or in the entries', ({ chapters }) => {
    for (const blocks of bodiesOf(chapters)) {
      blocks.forEach((block, at) => {
        const lead = blocks[at - 1];
        if (block.kind !== 'list' || lead?.kind !== 'text') return;
        if (!/应[^：。]*：$/u.test(withoutCompounds(lead.text))) return;
        for (const item of block.items) expect(withoutCompounds(item)).not.toMatch(/应|宜/u);
      });
    }
  });

  it.each(DRAFT_OUTLINES)('$id uses no word that the form does not allow', (outline) => {
    expect(JSON.stringify(outline)).not.toMatch(FORBIDDEN);
  });

  it.each(DRAFT_OUTLINES)('$id has no clause that is the only one of its chapter', (outline) => {
    for (const { clauses = [] } of outline.chapters) expect(clauses).not.toHaveLength(1);
  });

  it.each(DRAFT_OUTLINES)(
    '$id names every table before it and cites chapters it has',
    (outline) => {
      const blocks = bodiesOf(outline.chapters).flat();
      const tables = blocks.filter(({ kind }) => kind === 'table').length;
      const said = blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
      for (let at = 1; at <= tables; at += 1) expect(said).toContain(`表${String(at)}`);
      for (const [, cited] of said.matchAll(/第(\d+)章/gu))
        expect(outline.chapters[Number(cited) - 4]?.title).toBe('技术要求');
      expect(said.match(/表\d+/gu) ?? []).not.toContain(`表${String(tables + 1)}`);
    },
  );

  it.each(
    DRAFT_OUTLINES.filter(({ references }) =>
      references.some(({ number }) => number === 'GB/T 2828.1'),
    ),
  )('$id judges by the sampling plan and tests safety once', ({ chapters }) => {
    const said = JSON.stringify(chapters);
    expect(said).not.toMatch(/加倍|双倍|全部项目合格/u);
    if (said.includes('安全项目')) expect(said).toMatch(/安全项目[^。]*不应复检/u);
    if (said.includes('型式检验')) expect(said).toContain('型式检验的样品应');
  });

  it('has no demands chapter that is not named 技术要求', () => {
    const technical = DRAFT_OUTLINES.filter(({ kind }) => kind === 'technical');
    const titles = technical.flatMap(({ chapters }) => chapters.map(({ title }) => title));
    expect(titles).not.toContain('要求');
  });

  it.each(DRAFT_OUTLINES)('$id closes every bracket that it opens', (outline) => {
    const text = JSON.stringify(draftFromOutline(outline, facts));
    expect(text.replaceAll(/【[^【】]*】/gu, '')).not.toMatch(/[【】]/u);
  });

  it.each(DRAFT_OUTLINES)('$id becomes a Word file', async (outline) => {
    const bytes = await renderDraftWord(draftFromOutline(outline, facts), '良行');
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
    expect(zip.entryCount).toBeGreaterThan(5);
  });
});
