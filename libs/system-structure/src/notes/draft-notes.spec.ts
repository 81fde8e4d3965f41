import fc from 'fast-check';
import type { ListedStandard } from '../structure';
import { STRUCTURE_TEMPLATES } from '../templates/index';
import { COMPILATION_POINTS, compilationPoints } from './compilation-notes';
import { draftCompilationNotes, type NotesFacts } from './draft-notes';

const tree = STRUCTURE_TEMPLATES['gb-t-15496-2017'];

const standard = (title: string, extra: Partial<ListedStandard> = {}): ListedStandard => ({
  number: 'GB/T 191-2008',
  title,
  level: 'national',
  nodes: ['CP3.1'],
  isPlanned: false,
  ...extra,
});

const facts = (extra: Partial<NotesFacts> = {}): NotesFacts => ({
  enterpriseName: '苏州良佳电气有限公司',
  industryName: '',
  products: [],
  policy: '',
  standardizationBody: '',
  managementSystems: [],
  releasedOn: null,
  effectiveOn: null,
  tree,
  basis: tree.basis,
  standards: [],
  trimmed: [],
  missing: [],
  outdated: 0,
  laws: 0,
  ...extra,
});

const textOf = (id: string, extra: Partial<NotesFacts> = {}): string =>
  draftCompilationNotes(facts(extra)).find((point) => point.id === id)?.text ?? '';

describe('draft of the compilation notes', () => {
  it('has the ten points in their order', () => {
    expect(draftCompilationNotes(facts()).map(({ id }) => id)).toEqual(
      COMPILATION_POINTS.map(({ id }) => id),
    );
  });

  it('counts what exists and what is planned', () => {
    const standards = [standard('包装储运图示标志'), standard('采购管理', { isPlanned: true })];
    expect(textOf('gaps', { standards })).toContain(
      '应有标准 2 项（含拟制定标准），现有 1 项，现有率 50.0%',
    );
    expect(textOf('plan', { standards })).toContain('拟制定标准：采购管理，共 1 项');
  });

  it('names a standard that stands in several places', () => {
    const standards = [standard('包装储运图示标志', { nodes: ['CP3.1', 'BZ6'] })];
    expect(textOf('overlaps', { standards })).toContain('1 项，如GB/T 191-2008 包装储运图示标志');
  });

  it('gives the reason of every sub-system left out', () => {
    const trimmed = [{ code: 'CP5', name: '售后／交付后标准', reason: '产品由集团统一售后' }];
    expect(textOf('division', { trimmed })).toContain('CP5 售后／交付后标准：产品由集团统一售后');
  });

  it('ends sentences once, however a reason was typed', () => {
    const trimmed = ['不涉及。', '由集团承担；'].map((reason, at) => ({
      code: `CP${at}`,
      name: '名称',
      reason,
    }));
    const text = textOf('division', { trimmed });
    expect(text).toContain('CP0 名称：不涉及；CP1 名称：由集团承担。');
  });

  it('tells of an own node without a purpose its figures alone', () => {
    const [body] = tree.nodes;
    const own = {
      ...body!,
      code: 'DJ',
      name: { 'zh-CN': '党建标准', en: '' },
      purpose: { 'zh-CN': '', en: '' },
    };
    const text = textOf('subsystems', { tree: { ...tree, nodes: [...tree.nodes, own] } });
    expect(text).toContain('DJ 党建标准：现有标准 0 项。');
  });

  it('says nothing of what is not known, and asks for it', () => {
    const [background] = draftCompilationNotes(facts());
    expect(background?.text).not.toMatch(/null|undefined|所属行业/u);
    expect(background?.asks).toContain('体系的发布日期和发布文件');
    expect(textOf('survey')).toBe('标准明细表中尚无现有标准。');
  });

  it('shortens long lists of titles and says how many there are', () => {
    const missing = Array.from({ length: 30 }, (_, index) => `标准${index}`);
    const standards = missing.map((title) => standard(title, { isPlanned: true }));
    expect(textOf('plan', { standards })).toContain('标准11等 30 项');
    const text = textOf('gaps', { missing });
    expect(text).toContain('尚有 30 项未列入明细表，其中优先考虑标准0、');
    expect(text).toContain('、标准7。');
  });

  it('keeps what the list counts apart from what it does not hold yet', () => {
    const text = textOf('gaps', {
      standards: [standard('包装储运图示标志')],
      missing: ['采购管理'],
    });
    expect(text).toContain('按明细表统计，体系应有标准 1 项（含拟制定标准），现有 1 项');
    expect(text).toContain('尚有 1 项未列入明细表：采购管理。');
  });

  it('parts titles that hold an enumeration themselves', () => {
    const missing = ['包装、搬运管理', '采购管理'];
    expect(textOf('gaps', { missing })).toContain('包装、搬运管理；采购管理。');
  });

  it('names the standardization body in a sentence of its own, however long it is', () => {
    const standardizationBody = '标准化委员会，下设标准化办公室';
    expect(textOf('other', { standardizationBody })).toMatch(
      /^企业的标准化机构为标准化委员会，下设标准化办公室。\n本体系由标准化机构负责/u,
    );
  });

  it('names no weak sub-systems while there are no standards at all', () => {
    expect(textOf('gaps')).toBe('明细表中尚未列入标准，暂无统计数据。');
  });

  it('asks for other management systems instead of saying that none are known', () => {
    const support = draftCompilationNotes(facts()).find(({ id }) => id === 'support');
    expect(support?.text).not.toMatch(/未登记|同时运行/u);
    expect(support?.asks[0]).toContain('其他管理体系');
    expect(textOf('support', { managementSystems: ['ISO 9001'] })).toContain('同时运行ISO 9001。');
  });

  it('never leaves a point empty, whatever the figures', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: fc.string(), isPlanned: fc.boolean() }), { maxLength: 20 }),
        fc.nat(50),
        (rows, outdated) => {
          const standards = rows.map((row) => standard(row.title, row));
          for (const point of draftCompilationNotes(facts({ standards, outdated }))) {
            expect(point.text.trim()).not.toBe('');
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('points of the compilation notes', () => {
  const drafted = draftCompilationNotes(facts());

  it('shows a draft until someone writes', () => {
    expect(compilationPoints(drafted, {}).every(({ state }) => state === 'draft')).toBe(true);
  });

  it('keeps what a person wrote and tells it from what a person confirmed', () => {
    const [background, basis] = compilationPoints(drafted, {
      background: { text: '自写' },
      basis: { text: '已核', confirmed: { by: '顾敏', on: '2026-03-01' } },
    });
    expect(background).toMatchObject({ text: '自写', state: 'edited', confirmed: null });
    expect(background?.asks).not.toEqual([]);
    expect(basis).toMatchObject({ text: '已核', state: 'confirmed', asks: [] });
  });
});
