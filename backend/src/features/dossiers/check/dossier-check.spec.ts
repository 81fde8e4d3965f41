import { loadScheme } from '@liangxing/scheme/loader';
import { listItems } from '@liangxing/scheme';
import { createScorer, type ItemAnswer } from '@liangxing/scoring';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '../../../testing/published-schemes';
import type { RegisterEntry } from '../../systems';
import type { AnswerMaterial, DossierMaterial } from '../dossier-material';
import { evidenceNumbersByItem, numberEvidence } from '../snapshot/evidence-part';
import { checkDossier } from './dossier-check';

const today = '2026-11-23';
const pack = join(packsFolder, 'gsp-2004.yaml');
const scheme = loadScheme([{ name: 'gsp-2004.yaml', text: readFileSync(pack, 'utf8') }]);
const score = createScorer(scheme);

const answer = (itemId: string, given: ItemAnswer, more: Partial<AnswerMaterial> = {}) => ({
  itemId,
  answer: given,
  finding: '',
  responsible: '',
  reason: '',
  ...more,
});

const allAnswers = listItems(scheme)
  .filter(({ section }) => !section.bonus)
  .map(({ item }) => answer(item.id, { state: 'assessed', rules: {} }));

const standard: RegisterEntry = {
  id: 's1',
  position: 1,
  systemCode: 'J01',
  nodes: null,
  number: 'GB/T 1.1-2020',
  title: '标准化工作导则',
  level: 'national',
  kind: 'basic',
  issuedOn: null,
  inForceOn: '2020-10-01',
  withdrawnOn: null,
  status: 'current',
  department: '',
  adoptedNumber: '',
  adoptionDegree: null,
  replacesNumber: '',
  citedNumbers: '',
  note: '',
  isPlanned: false,
  problems: 0,
};

function material(change: Partial<DossierMaterial> = {}): DossierMaterial {
  const answers = change.answers ?? allAnswers;
  return {
    isSample: false,
    profile: {
      name: '示例企业',
      shortName: '',
      creditCode: '913205050000LJDT79',
      regionName: '',
      address: '示例路 1 号',
      industryCode: 'C3459',
      industryName: '其他传动部件制造',
      size: null,
      employees: 10,
      technicalStaff: null,
      foundedOn: null,
      legalRepresentative: '沈示例',
      products: ['丝杠'],
      managementSystems: [],
      contactName: '顾示例',
      contactPhone: '0512-00000000',
      contactEmail: '',
      standardizationBody: '办公室',
      standardizationHead: '顾示例',
      standardizationStaff: [{ name: '周示例', post: '专员', qualification: '' }],
      departments: [{ code: 'D01', name: '总经办', duty: '行政' }],
      policy: '方针',
      objectives: [{ text: '目标', owner: '', measure: '', period: '' }],
      systemReleasedOn: '2026-01-01',
      systemEffectiveOn: '2026-02-01',
      introduction: '概况',
      standardizationIntroduction: '概况',
      appointmentDocuments: [{ number: '1', title: '任命', date: null, signedBy: '' }],
    },
    facts: {},
    assessment: {
      state: 'open',
      id: 'a1',
      title: '自评',
      targetGrade: 'AAAA',
      targetLevel: null,
      plan: {
        purpose: '目的',
        team: [{ name: '陆示例', role: '组长' }],
        startedOn: '2026-06-01',
        finishedOn: '2026-06-05',
        method: '查阅',
        sampling: '抽样',
      },
      conclusion: '达到',
    },
    scheme,
    answers,
    score: score(Object.fromEntries(answers.map(({ itemId, answer: given }) => [itemId, given]))),
    system: null,
    standards: [standard],
    evidence: [],
    actions: [],
    laws: [],
    selfDeclarations: [],
    ...change,
  };
}

const codes = (change: Partial<DossierMaterial> = {}): string[] =>
  checkDossier(material(change), today, 'zh-CN').findings.map(({ code }) => code);

const withProfile = (change: Partial<DossierMaterial['profile']>): Partial<DossierMaterial> => ({
  profile: { ...material().profile, ...change },
});

describe('the check before submission', () => {
  it('blocks nothing where everything is told, and warns of unproven full marks', () => {
    const check = checkDossier(material(), today, 'zh-CN');
    expect(check.blocks).toBe(false);
    const warnings = check.findings.filter(({ code }) => code === 'full_marks_without_evidence');
    expect(warnings).toHaveLength(allAnswers.length);
  });

  it('blocks on a system that has run less than three months, to the day', () => {
    expect(codes(withProfile({ systemEffectiveOn: '2026-08-24' }))).toContain(
      'system_run_too_short',
    );
    expect(codes(withProfile({ systemEffectiveOn: '2026-08-23' }))).not.toContain(
      'system_run_too_short',
    );
    expect(codes(withProfile({ systemEffectiveOn: null }))).toContain(
      'system_effective_date_missing',
    );
  });

  it('blocks on gaps of the application form and a missing credit code, with the field', () => {
    const check = checkDossier(
      material(withProfile({ creditCode: '', contactPhone: ' ' })),
      today,
      'en',
    );
    expect(check.blocks).toBe(true);
    expect(check.findings.slice(0, 2)).toMatchObject([
      { code: 'profile_field_missing', field: 'profile.contactPhone', severity: 'error' },
      { code: 'credit_code_missing', field: 'profile.creditCode' },
    ]);
    expect(check.findings[0]?.message).toContain('“telephone”');
  });

  it('blocks on unanswered items, once per part, and names the first', () => {
    const check = checkDossier(material({ answers: allAnswers.slice(1) }), today, 'zh-CN');
    expect(check.findings[0]).toMatchObject({ code: 'items_unanswered', itemId: '1.1' });
    expect(check.findings[0]?.message).toBe(
      '第 1 部分“企业标准化工作的基本要求”还有 1 项没有评价，首项为 1.1。',
    );
  });

  it('warns of 拟不适用 and blocks where its reason is missing', () => {
    const answers = [answer('1.1', { state: 'not_applicable', rules: {} }), ...allAnswers.slice(1)];
    expect(codes({ answers })).toEqual(
      expect.arrayContaining(['not_applicable_without_reason', 'not_applicable_without_approval']),
    );
  });

  it('names standards that are replaced, withdrawn or not yet in force', () => {
    const standards = [
      { ...standard, id: 's2', status: 'replaced' },
      { ...standard, id: 's3', withdrawnOn: '2026-01-01' },
      { ...standard, id: 's4', inForceOn: '2027-01-01', status: 'upcoming' },
    ];
    const { findings } = checkDossier(material({ standards }), today, 'zh-CN');
    expect(findings.flatMap(({ standardId }) => standardId ?? [])).toEqual(['s2', 's3', 's4']);
    expect(codes({ standards: [] })).toContain('no_standards');
  });

  it('warns of overdue and unverified actions and of deductions that nobody corrects', () => {
    const action = {
      number: 7,
      itemId: '1.1',
      finding: '',
      cause: '',
      measure: '',
      owner: '技术中心',
      dueOn: '2026-11-22',
      state: 'open' as const,
      result: '',
      verifiedBy: '',
      verifiedOn: null,
    };
    const { findings } = checkDossier(material({ actions: [action] }), today, 'zh-CN');
    expect(findings.find(({ code }) => code === 'action_overdue')?.message).toBe(
      '整改措施 ZG-007 已于 2026-11-22 到期，仍未完成（责任：技术中心）。',
    );
    expect(codes({ actions: [{ ...action, state: 'done' }] })).toContain('action_not_verified');
    expect(codes({ actions: [{ ...action, dueOn: today }] })).not.toContain('action_overdue');
    const answers = [
      answer('1.1', { state: 'assessed', rules: { '1.1-c': true } }),
      ...allAnswers.slice(1),
    ];
    expect(codes({ answers })).toEqual(
      expect.arrayContaining(['deduction_without_finding', 'deduction_without_action']),
    );
  });
});

describe('the numbers of evidence', () => {
  const proof = (id: string, itemIds: string[], createdAt = '2026-01-01') => ({
    id,
    title: id,
    periodFrom: null,
    periodTo: null,
    fileName: 'a.pdf',
    size: 1,
    sha256: '0'.repeat(64),
    revision: 1,
    createdAt,
    itemIds,
    standardIds: [],
  });

  it('follow the first item served, in the order of the scheme, and run on by upload', () => {
    const numbered = numberEvidence(scheme, [
      proof('c', ['2.4.3', '1.10']),
      proof('b', ['1.2'], '2026-02-01'),
      proof('a', ['1.2'], '2026-01-01'),
      proof('unlinked', []),
    ]);
    expect(numbered.map(({ number, material: { id } }) => [number, id])).toEqual([
      ['1.2-01', 'a'],
      ['1.2-02', 'b'],
      ['1.10-01', 'c'],
    ]);
    expect(evidenceNumbersByItem(numbered)['2.4.3']).toEqual(['1.10-01']);
  });
});
