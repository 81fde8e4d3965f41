import fc from 'fast-check';
import { keyTree, systemFromTemplate } from '../system/index';
import { ACCEPT_ALL_CONFIDENCE, createPlacer, type PlacedExample } from './suggest-places';

const templates = ['gb-t-15496-2003', 'gb-t-15496-2017'] as const;
const treeOf = (template: (typeof templates)[number]) => keyTree(systemFromTemplate(template));
const first = (
  template: (typeof templates)[number],
  number: string,
  title: string,
  history: readonly PlacedExample[] = [],
) => createPlacer(treeOf(template), template, history).suggest({ number, title })[0];

const words = fc.constantFrom(
  '采购',
  '设计规范',
  '试验方法',
  '安全',
  '变压器',
  '管理',
  '规程',
  '体系',
  '第2部分',
);
const titles = fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' '));
const numbers = fc.constantFrom(
  'GB/T 2423.1-2008',
  'GB/T 191-2008',
  'Q/A J0101-2024',
  'DL/T 741-2010',
  '',
  'x',
);
const entries = fc.record({ number: numbers, title: titles });
const examples = fc.array(
  fc
    .tuple(entries, fc.constantFrom('CP3.2', 'CP3.4', 'BZ7.1', 'CP1.1'))
    .map(([entry, node]) => ({ ...entry, nodes: [node] })),
  { maxLength: 12 },
);

describe('placing suggestions', () => {
  it.each([
    ['GB/T 191-2008', '包装储运图示标志', 'CP3.7', 'J08'],
    ['GB/T 1.1-2020', '标准化工作导则 第1部分：标准化文件的结构和起草规则', 'BZ2.1', 'G18'],
    ['GB/T 17523-1998', '微型水力发电设备试验方法', 'CP3.4', 'J07'],
    ['Q/A G0301-2024', '采购控制程序', 'CP3.2', 'G04'],
    ['', '总经理岗位工作标准', 'GW1.1', 'Z01.1'],
    ['GB/T 24001-2016', '环境管理体系 要求及使用指南', 'BZ8.1', 'G15'],
  ])('puts %s %s to %s or %s', (number, title, form2017, form2003) => {
    expect(first('gb-t-15496-2017', number, title)?.node).toBe(form2017);
    expect(first('gb-t-15496-2003', number, title)?.node).toBe(form2003);
  });

  it('suggests nothing where nothing is known', () => {
    expect(first('gb-t-15496-2017', '', '')).toBeUndefined();
    expect(first('gb-t-15496-2017', '', '未知事项')).toBeUndefined();
  });

  it("follows the enterprise's own placements, and names the precedent", () => {
    const history = [{ number: 'GB/T 2423.1-2008', title: '低温', nodes: ['BZ6.2'] }];
    const found = first('gb-t-15496-2017', 'GB/T 2423.2-2008', '高温', history);
    expect(found?.node).toBe('BZ6.2');
    expect(found?.reasons[0]?.text['zh-CN']).toContain('GB/T 2423.1-2008');
  });

  it('reads the place of the 2003 form out of the register', () => {
    const placer = createPlacer(treeOf('gb-t-15496-2017'), 'gb-t-15496-2017', []);
    const bearing = { number: 'GB/T 6391-2010', title: '滚动轴承 额定动载荷和额定寿命' };
    expect(placer.suggest(bearing)[0]?.node).toBe('CP3.2');
    const [found] = placer.suggest({ ...bearing, systemCode: 'J02' });
    expect(found).toMatchObject({ node: 'CP2.2', reasons: [{ kind: 'code' }] });
    expect(found?.reasons[0]?.text['zh-CN']).toContain('明细中的体系编号“J02”');
    const [own] = placer.suggest({
      number: 'Q/A J0405-2024',
      title: '高速电主轴',
      level: 'enterprise',
    });
    expect(own?.node).toBe('CP3.2');
    // The register has no code here: nothing may say that it has.
    const told = own?.reasons.find(({ kind }) => kind === 'code')?.text['zh-CN'];
    expect(told).toContain('标准编号 Q/A J0405-2024 中的 J04');
    expect(told).not.toContain('体系编号');
    expect(placer.suggest({ number: '', title: '未知事项', systemCode: '第七册' })).toEqual([]);
  });

  it('trusts parts of a series that agree more than a single one', () => {
    const part = (no: number, node: string) => ({
      number: `GB/T 17587.${no}-2017`,
      title: `第${no}部分`,
      nodes: [node],
    });
    const confidence = (...history: PlacedExample[]) =>
      first('gb-t-15496-2017', 'GB/T 17587.9-2017', '轴向静刚度', history)?.confidence ?? 0;
    expect(confidence(part(3, 'CP3.8'))).toBeLessThan(ACCEPT_ALL_CONFIDENCE);
    expect(confidence(part(3, 'CP2.2'), part(4, 'CP2.2'))).toBeGreaterThan(ACCEPT_ALL_CONFIDENCE);
    expect(confidence(part(3, 'CP2.2'), part(4, 'CP3.8'))).toBeLessThan(ACCEPT_ALL_CONFIDENCE);
  });

  it('knows own nodes by what stands in them', () => {
    const tree = treeOf('gb-t-15496-2017');
    const own = { ...tree.nodes[0]!, code: 'own-1', parent: 'CP3', level: 3, order: 20 };
    const history = [{ number: 'Q/A J0001-2020', title: '灌封工艺守则', nodes: ['own-1'] }];
    const placer = createPlacer(
      { ...tree, nodes: [...tree.nodes, own] },
      'gb-t-15496-2017',
      history,
    );
    const found = placer.suggest({ number: 'Q/A J0002-2020', title: '灌封工艺守则 二' });
    expect(found.map(({ node }) => node)).toContain('own-1');
  });

  it('keeps to the tree, gives reasons, and orders by confidence', () => {
    fc.assert(
      fc.property(fc.constantFrom(...templates), entries, examples, (template, entry, history) => {
        const tree = treeOf(template);
        const found = createPlacer(tree, template, history).suggest(entry);
        const known = new Set(tree.nodes.map(({ code }) => code));
        found.forEach(({ node, confidence, reasons }, index) => {
          expect(known.has(node)).toBe(true);
          expect(reasons.length).toBeGreaterThan(0);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(confidence).toBeLessThanOrEqual(found[index - 1]?.confidence ?? 1);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('never lowers a node by a further placement of the same series there', () => {
    fc.assert(
      fc.property(entries, examples, (entry, history) => {
        const tree = treeOf('gb-t-15496-2017');
        const rank = (examplesNow: readonly PlacedExample[]): number => {
          const found = createPlacer(tree, 'gb-t-15496-2017', examplesNow).suggest(entry);
          // Nodes that come close to each other may leave nothing to suggest: then none is lowered.
          if (found.length === 0) return 0;
          const at = found.findIndex(({ node }) => node === 'CP3.4');
          return at === -1 ? Infinity : at;
        };
        const more = { number: entry.number, title: '第3部分', nodes: ['CP3.4'] };
        const before = createPlacer(tree, 'gb-t-15496-2017', history).suggest(entry);
        if (before.length === 0) return;
        expect(rank([...history, more])).toBeLessThanOrEqual(rank(history));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the placements', () => {
    fc.assert(
      fc.property(entries, examples, (entry, history) => {
        const tree = treeOf('gb-t-15496-2017');
        const nodesOf = (some: readonly PlacedExample[]) =>
          createPlacer(tree, 'gb-t-15496-2017', some)
            .suggest(entry)
            .map(({ node, confidence }) => [node, confidence]);
        expect(nodesOf([...history].reverse())).toEqual(nodesOf(history));
      }),
      { numRuns: 60 },
    );
  });

  it('survives hostile titles', () => {
    const placer = createPlacer(treeOf('gb-t-15496-2017'), 'gb-t-15496-2017', []);
    for (const title of ['设计'.repeat(50_000), '\uD800', '(((((', '第1部分'.repeat(9_999)]) {
      expect(Array.isArray(placer.suggest({ number: title, title }))).toBe(true);
    }
  });
});
