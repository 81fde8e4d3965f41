import {
  checkPlaces,
  checkSystem,
  STRUCTURE_TEMPLATES,
  systemFromTemplate,
  systemTree,
  type SystemNode,
} from '../index';

const whole = systemFromTemplate('gb-t-15496-2017');
const own = (key: string, parent: string | null, more: Partial<SystemNode> = {}): SystemNode => ({
  key,
  parent,
  code: key,
  name: { 'zh-CN': `节点${key}`, en: key },
  purpose: { 'zh-CN': '', en: '' },
  origin: 'own',
  trimmed: null,
  ...more,
});
const found = (nodes: readonly SystemNode[]) =>
  checkSystem({ ...whole, nodes }).map(({ code, params }) => [code, params['key']]);

describe('a system from a template', () => {
  it.each(['gb-t-15496-2003', 'gb-t-15496-2017'] as const)(
    'is sound and is the tree of %s again',
    (id) => {
      const system = systemFromTemplate(id);
      const picture = JSON.stringify(system);
      expect(checkSystem(system)).toEqual([]);
      const sorted = (nodes: readonly { code: string }[]) =>
        [...nodes].sort((a, b) => (a.code < b.code ? -1 : 1));
      expect(sorted(systemTree(system).nodes)).toEqual(sorted(STRUCTURE_TEMPLATES[id].nodes));
      expect(JSON.stringify(system)).toBe(picture);
    },
  );
});

describe('checking a stored or imported system', () => {
  it('finds parents in a ring, every node of it by name', () => {
    const nodes = [own('A', 'C'), own('B', 'A'), own('C', 'B'), own('D', null)];
    expect(found(nodes)).toEqual([
      ['cyclic_parent', 'A'],
      ['cyclic_parent', 'B'],
      ['cyclic_parent', 'C'],
    ]);
    expect(checkSystem({ ...whole, nodes })[0]?.text['zh-CN']).toBe(
      '节点“A 节点A”不能放在自己的下级“C 节点C”之下。请选择该分支以外的上级。',
    );
  });

  it('finds codes that two nodes bear, however they are written', () => {
    const nodes = [own('A', null), own('B', null, { code: ' ａ ' })];
    expect(found(nodes)).toEqual([['duplicate_code', 'B']]);
  });

  it('finds each node of a chain of 20 levels that stands too deep', () => {
    const nodes = Array.from({ length: 20 }, (_, at) =>
      own(`N${at + 1}`, at === 0 ? null : `N${at}`),
    );
    const problems = checkSystem({ ...whole, nodes });
    expect(problems).toHaveLength(14);
    expect(problems[0]?.text).toEqual({
      'zh-CN': '节点“N7 节点N7”位于第 7 层，标准体系最多 6 层。请放到更高的层次，或合并层次。',
      en: 'The node "N7 N7" would be at level 7; a system has 6 levels at most. Put it higher up, or merge levels.',
    });
  });

  it('finds unknown parents, doubled keys, empty names and codes, empty reasons', () => {
    const nodes = [
      own('A', null),
      own('B', 'nowhere'),
      own('A', null, { code: 'A2' }),
      own('C', null, { name: { 'zh-CN': ' ', en: '' } }),
      own('D', null, { code: '' }),
      own('E', null, { trimmed: ' ' }),
    ];
    expect(found(nodes)).toEqual([
      ['duplicate_key', 'A'],
      ['code_missing', 'D'],
      ['name_missing', 'C'],
      ['reason_required', 'E'],
      ['unknown_parent', 'B'],
    ]);
  });

  it('finds children before their parents and branches torn apart', () => {
    expect(found([own('B', 'A'), own('A', null)])).toEqual([['bad_order', 'B']]);
    expect(found([own('A', null), own('B', null), own('C', 'A')])).toEqual([['bad_order', 'C']]);
  });

  it('refuses more nodes than any system has', () => {
    const nodes = Array.from({ length: 2001 }, (_, at) => own(`N${at}`, null));
    expect(checkSystem({ ...whole, nodes }).map(({ code }) => code)).toEqual(['too_many_nodes']);
  });

  it('finds a standard listed twice, unknown, trimmed and doubled places', () => {
    const nodes = whole.nodes.map((node) =>
      node.key === 'CP4' ? { ...node, trimmed: '不销售' } : node,
    );
    const problems = checkPlaces({ ...whole, nodes }, [
      { standardId: 's1', nodes: ['CP1.1', 'CP1.1'] },
      { standardId: 's1', nodes: ['CP1.2'] },
      { standardId: 's2', nodes: ['nowhere'] },
      { standardId: 's3', nodes: ['CP4.1'] },
    ]);
    expect(problems.map(({ code }) => code)).toEqual([
      'place_twice',
      'standard_twice',
      'unknown_node',
      'trimmed_node',
    ]);
    expect(problems[1]?.text['zh-CN']).toContain('标准“s1”列了两次');
  });
});
