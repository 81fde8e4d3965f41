import { conditionsOf } from '@liangxing/scheme';
import { material, scheme, today } from './testing/complete-material';
import { checkDossier } from './dossier-check';
import type { ConditionMaterial, DossierMaterial } from '../dossier-material';

const complete = material().conditions;
const changed = (id: string, change: Partial<ConditionMaterial>): ConditionMaterial[] =>
  complete.map((one) => (one.conditionId === id ? { ...one, ...change } : one));
const about = (change: Partial<DossierMaterial>) =>
  checkDossier(material(change), today, 'zh-CN').findings.filter(({ code }) =>
    code.startsWith('condition'),
  );

describe('the conditions of an application, before submission', () => {
  it('say nothing where all are met, proven and looked at within a year', () => {
    expect(about({})).toEqual([]);
  });

  it('block and come first where one is not met', () => {
    const change = { conditions: changed('sampling', { answer: 'no' }) };
    const { blocks, findings } = checkDossier(material(change), today, 'zh-CN');
    expect(blocks).toBe(true);
    expect(findings[0]).toMatchObject({
      code: 'condition_unmet',
      severity: 'error',
      field: 'conditions.sampling',
    });
    expect(findings[0]?.message).toContain('暂不具备申请条件');
  });

  it('block until all are confirmed, with the way to the first open one', () => {
    const conditions = complete.map((one) => ({ ...one, answer: 'unanswered' as const }));
    const [first] = conditionsOf(scheme);
    expect(about({ conditions })).toMatchObject([
      {
        code: 'conditions_unanswered',
        severity: 'error',
        params: { count: conditions.length },
        field: `conditions.${String(first?.id)}`,
      },
    ]);
  });

  it('want a proof in words or as a file, and a day', () => {
    const bare = { conditions: changed('registered', { proof: ' ', checkedOn: null }) };
    expect(about(bare).map(({ code, severity }) => [code, severity])).toEqual([
      ['condition_without_proof', 'warning'],
      ['condition_undated', 'warning'],
    ]);
    const file: DossierMaterial['evidence'][number] = {
      id: 'e1',
      title: '营业执照',
      periodFrom: null,
      periodTo: null,
      validUntil: null,
      fileName: 'a.pdf',
      size: 1,
      sha256: '0'.repeat(64),
      revision: 1,
      createdAt: '2026-01-01',
      itemIds: [],
      standardIds: [],
      actionIds: [],
      conditionIds: ['registered'],
    };
    expect(about({ ...bare, evidence: [file] }).map(({ code }) => code)).toEqual([
      'condition_undated',
    ]);
  });

  it.each([
    ['2025-11-24', []],
    ['2025-11-23', ['condition_check_old']],
  ])('looked at on %s: %j', (checkedOn, expected) => {
    const found = about({ conditions: changed('mandatory', { checkedOn }) });
    expect(found.map(({ code }) => code)).toEqual(expected);
  });

  it('warn where a declaration of the same fact is stated otherwise', () => {
    const { assessment } = material();
    const declarations = assessment.plan.declarations.map((one) =>
      one.id === 'inspections' ? { ...one, holds: false, text: '2025 年一次不合格' } : one,
    );
    const change = { assessment: { ...assessment, plan: { ...assessment.plan, declarations } } };
    expect(about(change).map(({ code, field }) => [code, field])).toEqual([
      ['condition_declared_otherwise', 'conditions.sampling'],
    ]);
  });
});
