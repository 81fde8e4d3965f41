import yauzl from 'yauzl';
import { draftFromOutline } from '../draft-from-outline';
import { renderDraftWord } from '../render-draft-word';
import { DRAFT_OUTLINES } from './index';

const facts = {
  enterpriseName: '苏州良佳电气有限公司',
  number: 'Q/SLJD G0301-2026',
  title: '',
  englishTitle: '',
  replaces: '',
  department: '',
  drafters: [],
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
    const bodies = chapters.flatMap(({ blocks, clauses = [] }) => [
      blocks,
      ...clauses.map((clause) => clause.blocks),
    ]);
    for (const blocks of bodies) {
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
