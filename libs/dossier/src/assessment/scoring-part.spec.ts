import type { Scheme, SchemeItem } from '@liangxing/scheme';
import { score, type Answers } from '@liangxing/scoring';
import { dossierScheme, scoreSummary } from './score-summary';
import { scoringPart } from './scoring-part';

const zh = (text: string) => ({ 'zh-CN': text });
const rule = { provenance: 'verified' } as const;

const item = (id: string, more: Partial<SchemeItem>): SchemeItem => ({
  id,
  topic: zh('方针与目标'),
  asked: zh('有方针，有目标'),
  evidence: [],
  points: 500,
  rules: [],
  star: false,
  mode: 'deduct',
  provenance: 'verified',
  ...more,
});

const scheme: Scheme = {
  id: 'try',
  version: '1',
  title: zh('试用方案'),
  kind: 'scored',
  basis: ['GB/T 19273-2003'],
  languages: ['zh-CN'],
  terms: { evaluation: '确认', post_standard: '工作标准', application: '申请材料' },
  notes: [],
  sources: [{ id: 's', title: '评分表', note: '所见版本' }],
  basicPoints: 1000,
  bonusPoints: 300,
  sections: [
    {
      id: '1',
      title: zh('基本要求'),
      points: 1000,
      bonus: false,
      groups: [
        {
          id: '1',
          title: zh('基本要求'),
          points: 1000,
          items: [
            item('1.1', {
              rules: [
                { ...rule, id: 'a', kind: 'fixed', deduct: 300, text: zh('没有目标') },
                {
                  ...rule,
                  id: 'b',
                  kind: 'per_missing',
                  deduct: 50,
                  max: 200,
                  text: zh('部门职责，每缺一个部门'),
                },
              ],
            }),
            item('1.2', {
              rules: [
                {
                  ...rule,
                  id: 'c',
                  kind: 'choice',
                  text: zh('组织机构图'),
                  choices: [
                    { id: 'full', label: zh('齐全'), deduct: 0 },
                    { id: 'none', label: zh('没有'), deduct: 500 },
                  ],
                },
              ],
            }),
          ],
        },
      ],
    },
    {
      id: 'B',
      title: zh('加分项'),
      points: 300,
      bonus: true,
      groups: [
        {
          id: 'B',
          title: zh('加分项'),
          points: 300,
          items: [
            item('B1', {
              points: 300,
              mode: 'earn',
              rules: [
                {
                  ...rule,
                  id: 'd',
                  kind: 'award',
                  award: 100,
                  perEach: true,
                  max: 300,
                  text: zh('参与制定国家标准'),
                },
              ],
            }),
          ],
        },
      ],
    },
  ],
  grades: [
    {
      id: 'A',
      provenance: 'verified',
      routes: [
        { id: 'r1', basic: 1000 },
        { id: 'r2', basic: 800, total: 1000 },
      ],
    },
  ],
  gates: [],
  policies: { notApplicable: 'full_marks', notApplicableNeedsApproval: true, star: 'none' },
};

const answers: Answers = {
  '1.1': { state: 'assessed', rules: { b: 3 } },
  '1.2': {
    state: 'not_applicable',
    rules: {},
    approval: { by: '省局', on: '2025-03-01', document: '苏质〔2025〕3号' },
  },
  B1: { state: 'assessed', rules: { d: 2 } },
};

describe('the scoring part of a snapshot', () => {
  const result = score(scheme, answers);
  const [basic, bonus] = scoringPart(scheme, answers, result, {
    '1.1': { finding: '三个部门没有职责', evidenceNumbers: ['1.1-01'] },
    '1.2': { reason: '只有一个部门' },
  });

  it('says each rule as the printed table does, and what was taken', () => {
    const rules = basic?.groups[0]?.items[0]?.rules;
    expect(rules).toEqual([
      { text: '没有目标，扣 3 分', taken: 0, detail: '' },
      { text: '部门职责，每缺一个部门扣 0.5 分，最多扣 2 分', taken: 150, detail: '缺 3 个部门' },
    ]);
    expect(basic?.groups[0]?.items[1]?.rules[0]?.text).toBe(
      '组织机构图：齐全，不扣分；没有，扣 5 分',
    );
    expect(bonus?.groups[0]?.items[0]?.rules).toEqual([
      { text: '参与制定国家标准，每项加 1 分，最多加 3 分', taken: 200, detail: '2 项' },
    ]);
  });

  it('tells a rule of ours within a published item from the published ones', () => {
    const [section] = scheme.sections;
    const [first] = section?.groups[0]?.items ?? [];
    if (section === undefined || first === undefined) throw new Error('no item');
    const rules = first.rules.map((each, index) =>
      index === 1 ? { ...each, provenance: 'house' as const } : each,
    );
    const groups = section.groups.map((group) => ({ ...group, items: [{ ...first, rules }] }));
    const [part] = scoringPart({ ...scheme, sections: [{ ...section, groups }] }, {}, result);
    expect(part?.groups[0]?.items[0]?.rules.map(({ provenance }) => provenance)).toEqual([
      undefined,
      'house',
    ]);
  });

  it('carries the figures of the score and the words of the answers', () => {
    expect(basic).toMatchObject({ points: 1000, earned: 850, bonus: false });
    expect(basic?.groups[0]?.items[0]).toMatchObject({
      deducted: 150,
      earned: 350,
      finding: '三个部门没有职责',
      evidenceNumbers: ['1.1-01'],
    });
    expect(basic?.groups[0]?.items[1]?.notApplicable).toBe(
      '只有一个部门；省局 2025-03-01 苏质〔2025〕3号同意',
    );
  });

  it('numbers the route that gave the grade as the scheme lists it', () => {
    const summary = scoreSummary(scheme, result);
    expect(summary).toMatchObject({ basic: 850, bonus: 200, total: 1050, grade: 'A' });
    expect(summary.route).toEqual({ number: 2, basic: 800, bonus: null, total: 1000 });
    expect(summary.gaps[0]?.routes.map((route) => [route.number, route.reached])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(summary.gaps[0]?.routes[0]?.missingBasic).toBe(150);
  });

  it('names paper and people of a table that the enterprise entered', () => {
    const entered = {
      ...{ document: '虚构文件', edition: '第 1 版', holder: '资料室', pages: '3～4' },
      ...{ enteredBy: ['甲'], checkedBy: '乙', checkedOn: '2026-11-29' },
      readinessScheme: 'gb-t-19273-2017',
    };
    expect(dossierScheme({ ...scheme, entered }).entered).toBe(
      '评分表由本企业依据《虚构文件》（第 3～4 页）录入，甲、乙 核对',
    );
    expect(dossierScheme(scheme)).not.toHaveProperty('entered');
  });

  it('takes the words of the edition from the scheme', () => {
    expect(dossierScheme(scheme)).toMatchObject({
      evaluationWord: '确认',
      postStandardWord: '工作标准',
      gradeIds: ['A'],
      sources: ['评分表'],
    });
  });
});
