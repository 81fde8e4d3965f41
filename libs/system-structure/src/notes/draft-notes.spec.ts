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
  adopting: 0,
  laws: 0,
  ...extra,
});

/** Essential documents that the list lacks. */
const lacking = (titles: readonly string[]): ListedStandard[] =>
  titles.map((title) => standard(title, { number: '', level: 'enterprise', isMissing: true }));

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
      '应有标准 2 项，其中现有 1 项、拟制定 1 项、尚缺的必备标准 0 项，现有率 50.0%',
    );
    expect(textOf('plan', { standards })).toContain('拟制定标准：采购管理，共 1 项');
  });

  it('counts what stands in several places with the division, and treats other systems as overlaps', () => {
    const standards = [standard('包装储运图示标志', { nodes: ['CP3.1', 'BZ6'] })];
    expect(textOf('division', { standards })).toContain('同时用于几个子体系的 1 项');
    expect(textOf('overlaps', { managementSystems: ['ISO 9001'] })).toContain(
      '企业同时运行 ISO 9001。',
    );
    expect(textOf('overlaps')).toContain('顾客和供方');
  });

  it('divides the form of 2003 by attribute and that of 2017 by function', () => {
    const old = STRUCTURE_TEMPLATES['gb-t-15496-2003'];
    expect(textOf('division', { tree: old })).toContain('按标准的属性划分');
    expect(textOf('division')).toContain('按标准的功能划分');
  });

  it('surveys where standards come from, without counting them', () => {
    const standards = [
      standard('产品', { number: 'ISO 3408-1:2006', level: 'international' }),
      standard('精度', { number: 'JB/T 7175.2-2006', level: 'sector' }),
    ];
    const text = textOf('survey', { standards });
    expect(text).toContain('国际标准主要由 ISO 发布');
    expect(text).toContain('行业标准（JB）');
    expect(text).not.toMatch(/\d+ 项/u);
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
    expect(textOf('survey')).toBe('明细表尚未收入外来标准，国内外标准化概况待补充。');
  });

  it('shortens long lists of titles and says how many there are', () => {
    const titles = Array.from({ length: 30 }, (_, index) => `标准${index}`);
    const standards = titles.map((title) => standard(title, { isPlanned: true }));
    expect(textOf('plan', { standards })).toContain('标准11等 30 项');
    const text = textOf('gaps', { standards: lacking(titles) });
    expect(text).toContain('尚缺的必备标准 30 项，其中优先考虑标准0、');
    expect(text).toContain('、标准7。');
  });

  it('expects essential documents that are missing, and never says beside them that nothing is planned', () => {
    const standards = [standard('包装储运图示标志'), ...lacking(['采购管理'])];
    const text = textOf('gaps', { standards });
    expect(text).toContain(
      '体系应有标准 2 项，其中现有 1 项、拟制定 0 项、尚缺的必备标准 1 项，现有率 50.0%',
    );
    expect(text).toContain('尚缺的必备标准 1 项：采购管理。');
    expect(textOf('plan', { standards })).toMatch(/^尚缺的必备标准 1 项需逐项确定/u);
  });

  it('parts titles that hold an enumeration themselves', () => {
    const standards = lacking(['包装、搬运管理', '采购管理']);
    expect(textOf('gaps', { standards })).toContain('包装、搬运管理；采购管理。');
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
    const overlaps = draftCompilationNotes(facts()).find(({ id }) => id === 'overlaps');
    expect(overlaps?.text).not.toMatch(/未登记|同时运行/u);
    expect(overlaps?.asks[0]).toContain('其他管理体系');
    expect(textOf('support', { managementSystems: ['ISO 9001'] })).toContain('需要 ISO 9001 提供');
  });

  it('never leaves a point empty, whatever the figures', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            title: fc.string(),
            isPlanned: fc.boolean(),
            isMissing: fc.boolean(),
            isOutOfForce: fc.boolean(),
          }),
          { maxLength: 20 },
        ),
        (rows) => {
          const standards = rows.map((row) => standard(row.title, row));
          for (const point of draftCompilationNotes(facts({ standards }))) {
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

  it('tells which sentences that a person took over have other figures by now', () => {
    const point = drafted.find(({ text }) => /\d 项/.test(text));
    const sentences = (point?.text ?? '').split('\n');
    const sentence = sentences.find((one) => /\d 项/.test(one)) ?? '';
    const earlier = sentence.replaceAll(/\d+ 项/gu, '77 项');
    const confirmed = { by: '顾敏', on: '2026-03-01' };
    const outdatedOf = (text: string) =>
      compilationPoints(drafted, { [point?.id ?? '']: { text, confirmed } }).find(
        ({ id }) => id === point?.id,
      )?.outdated;
    expect(outdatedOf(earlier)).toEqual([sentence]);
    expect(outdatedOf(point?.text ?? '')).toEqual([]);
    expect(outdatedOf('由人另写，共 7 项。')).toEqual([]);
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
