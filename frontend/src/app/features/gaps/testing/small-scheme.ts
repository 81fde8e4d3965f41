import type { Rule, Scheme, SchemeItem } from '@liangxing/scheme';

const item = (id: string, points: number, rules: readonly Rule[]): SchemeItem => ({
  id,
  topic: { 'zh-CN': `条目 ${id}` },
  asked: { 'zh-CN': '' },
  evidence: [],
  points,
  rules,
  star: false,
  mode: 'deduct',
  provenance: 'verified',
});

const items = [
  item('1.1', 1000, [
    {
      id: '1.1-a',
      kind: 'fixed',
      text: { 'zh-CN': '没有目标' },
      deduct: 300,
      provenance: 'verified',
    },
    {
      id: '1.1-b',
      kind: 'per_finding',
      text: { 'zh-CN': '抽查文件未受控，每份' },
      deduct: 100,
      provenance: 'verified',
    },
  ]),
  item('1.2', 1000, [
    {
      id: '1.2-a',
      kind: 'choice',
      text: { 'zh-CN': '标准的实施' },
      choices: [
        { id: 'all', label: { 'zh-CN': '全部做到。' }, deduct: 0 },
        { id: 'some', label: { 'zh-CN': '部分做到' }, deduct: 400 },
      ],
      provenance: 'verified',
    },
  ]),
  item('1.3', 1000, []),
];

/** Thirty basic points in three items, two grades. */
export const smallScheme: Scheme = {
  id: 'small',
  version: '1.0.0',
  title: { 'zh-CN': '小方案' },
  kind: 'scored',
  basis: [],
  languages: ['zh-CN'],
  terms: {},
  notes: [],
  sources: [],
  basicPoints: 3000,
  bonusPoints: 0,
  sections: [
    {
      id: '1',
      title: { 'zh-CN': '基本要求' },
      points: 3000,
      bonus: false,
      groups: [{ id: '1', title: { 'zh-CN': '基本要求' }, points: 3000, items }],
    },
  ],
  grades: [
    {
      id: 'AA',
      routes: [
        { id: 'AA-1', basic: 2800 },
        { id: 'AA-2', basic: 2500 },
      ],
      provenance: 'verified',
    },
    { id: 'A', routes: [{ id: 'A-1', basic: 1000 }], provenance: 'verified' },
  ],
  gates: [],
  policies: { notApplicable: 'full_marks', notApplicableNeedsApproval: true, star: 'none' },
};
