import { systemFromTemplate, indexNodes } from '@liangxing/system-structure';
import { changeWords, type WordFacts } from './change-words';
import zh from './i18n/zh-CN.json';
import type { LoggedOperation, SystemChange } from './system';

const facts: WordFacts = {
  nodes: indexNodes(systemFromTemplate('gb-t-15496-2003').nodes).byKey,
  titles: new Map([['J04/purchase', '采购控制程序']]),
  standards: new Map(),
  language: 'zh-CN',
};
const change = (...operations: readonly LoggedOperation[]): SystemChange => ({
  number: 1,
  operations,
  isUndone: false,
  byName: '顾',
  at: '2026-01-01T00:00:00Z',
});
const name = { 'zh-CN': '外协标准', en: '' };
const all: readonly LoggedOperation[] = [
  { op: 'add', key: 'x', parent: 'J04', name },
  { op: 'rename', key: 'J04', name },
  { op: 'recode', key: 'J04', code: 'J99' },
  { op: 'renumber', parent: null },
  { op: 'renumber', parent: 'J' },
  { op: 'move', key: 'J04', parent: 'G' },
  { op: 'move', key: 'J04', parent: null },
  { op: 'trim', key: 'J04', reason: '不采购' },
  { op: 'restore', key: 'J04' },
  { op: 'remove', key: 'gone' },
  { op: 'decide', expectation: 'J04/purchase', decision: { kind: 'not_needed', reason: '无' } },
  { op: 'decide', expectation: 'J04/purchase', decision: { kind: 'covered', standardId: 's' } },
  { op: 'decide', expectation: 'J04/purchase', decision: null },
  { op: 'place', standards: 3 },
  // Of a newer server.
  { op: 'never heard of' as 'place' },
];

describe('a change in words', () => {
  it.each(all)('has a text for every operation: %j', (operation) => {
    const [words] = changeWords(change(operation), facts);
    expect(Object.keys(zh.history.ops)).toContain(words?.key);
  });

  it('names the node, the parent and the reason', () => {
    expect(changeWords(change({ op: 'move', key: 'J04', parent: 'G' }), facts)).toEqual([
      { key: 'move', params: { node: 'J04 采购技术标准', parent: 'G 管理标准体系' } },
    ]);
    expect(changeWords(change({ op: 'trim', key: 'J04', reason: '不采购' }), facts)).toEqual([
      { key: 'trim', params: { node: 'J04 采购技术标准', reason: '不采购' } },
    ]);
  });

  it('says by its code which node got a new name', () => {
    expect(changeWords(change({ op: 'rename', key: 'J04', name }), facts)).toEqual([
      { key: 'rename', params: { node: 'J04', name: '外协标准' } },
    ]);
  });

  it('falls back to the key of a node that is gone', () => {
    const [words] = changeWords(change({ op: 'remove', key: 'gone' }), facts);
    expect(words?.params).toEqual({ node: 'gone' });
  });

  it('counts what is more than five operations', () => {
    const words = changeWords(change(...all), facts);
    expect(words).toHaveLength(6);
    expect(words.at(-1)).toEqual({ key: 'more', params: { count: all.length - 5 } });
  });
});
