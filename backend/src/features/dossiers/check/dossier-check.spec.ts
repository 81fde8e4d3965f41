import { evidenceNumbersBy, numberEvidence } from '../snapshot/evidence-part';
import { checkDossier } from './dossier-check';
import {
  allAnswers,
  answer,
  codes,
  material,
  scheme,
  standard,
  today,
  withProfile,
} from './testing/complete-material';

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
      id: 'a7',
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

describe('a fact that was deducted in two items', () => {
  const taking = (rules: Readonly<Record<string, number | true>>) =>
    allAnswers.map((given) => {
      const own = Object.entries(rules).filter(([id]) => id.startsWith(`${given.itemId}-`));
      return own.length === 0
        ? given
        : answer(given.itemId, { state: 'assessed', rules: Object.fromEntries(own) });
    });
  const about = (rules: Readonly<Record<string, number | true>>, language: 'zh-CN' | 'en') =>
    checkDossier(material({ answers: taking(rules) }), today, language).findings.filter(
      ({ code }) => code === 'same_fact_deducted_twice',
    );

  it('is warned of once, naming both items and the most direct one', () => {
    const [found, ...more] = about({ '2.1.3-b': 1, '2.8.1-a': 1 }, 'zh-CN');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'warning', itemId: '2.1.3' });
    expect(found?.message).toBe(
      '2.1.3“技术要求无对应的检验或验证方法，每项”与 2.8.1“产品指标无试验方法，每项”都扣了分。' +
        '属同一事实的，只在最直接的项目扣分一次，应在 2.8.1 扣；不属同一事实的，请在评价记录中分别写明。',
    );
    expect(about({ '1.9-a': true, '3.19.1-a': true }, 'en')[0]?.message).toContain(
      'directly: 1.9.',
    );
  });

  it('names the most direct one where only the others were taken, and nothing where one was', () => {
    expect(about({ '2.1.3-b': 1, '2.4.2-b': 1 }, 'zh-CN')[0]?.message).toContain('应在 2.8.1 扣');
    expect(about({ '2.8.1-a': 3 }, 'zh-CN')).toEqual([]);
  });
});

describe('evidence', () => {
  const proof = {
    id: 'e1',
    title: '资质证书',
    periodFrom: null,
    periodTo: '2020-01-01',
    validUntil: '2026-11-22',
    fileName: 'a.pdf',
    size: 1,
    sha256: '0'.repeat(64),
    revision: 1,
    createdAt: '2026-01-01',
    itemIds: ['1.2', '1.1'],
    standardIds: [],
    actionIds: [],
  };

  it('that is not valid any more is warned of at its item, and not called old as well', () => {
    const { findings } = checkDossier(material({ evidence: [proof] }), today, 'zh-CN');
    const about = findings.filter(({ code }) => code.startsWith('evidence_'));
    expect(about).toMatchObject([{ code: 'evidence_expired', itemId: '1.2' }]);
    expect(about[0]?.message).toContain('已于 2026-11-22 届满');
    const valid = codes({ evidence: [{ ...proof, validUntil: today }] });
    expect(valid).toContain('evidence_stale');
    expect(valid).not.toContain('evidence_expired');
  });

  it('is counted as files and as the places that they serve', () => {
    const { parts } = checkDossier(material({ evidence: [proof] }), today, 'zh-CN');
    const list = parts.find(({ part }) => part === 'evidence_list');
    expect(list).toMatchObject({ state: 'ready', note: '1 份材料，用于 2 处' });
  });
});

describe('the numbers of evidence', () => {
  const proof = (id: string, itemIds: string[], createdAt = '2026-01-01') => ({
    id,
    title: id,
    periodFrom: null,
    periodTo: null,
    validUntil: null,
    fileName: 'a.pdf',
    size: 1,
    sha256: '0'.repeat(64),
    revision: 1,
    createdAt,
    itemIds,
    standardIds: [],
    actionIds: [],
  });

  it('follow the first item served, in the order of the scheme, and run on by upload', () => {
    const numbered = numberEvidence({ scheme, actions: [] }, [
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
    expect(evidenceNumbersBy('itemIds', numbered)['2.4.3']).toEqual(['1.10-01']);
  });
});
