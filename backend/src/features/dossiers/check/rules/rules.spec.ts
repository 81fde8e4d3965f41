import type { DossierMaterial, EvidenceMaterial } from '../../dossier-material';
import { checkDossier } from '../dossier-check';
import {
  answer,
  codes,
  material,
  ownSystem,
  standard,
  today,
  withProfile,
} from '../testing/complete-material';
import { CONSISTENCY_RULES } from './index';

const proof = (change: Partial<EvidenceMaterial> = {}): EvidenceMaterial => ({
  id: 'e1',
  title: '记录',
  periodFrom: '2026-05-01',
  periodTo: '2026-06-01',
  validUntil: null,
  fileName: 'a.pdf',
  size: 1,
  sha256: '0'.repeat(64),
  revision: 1,
  createdAt: '2026-06-01',
  itemIds: ['1.1'],
  standardIds: [],
  actionIds: [],
  conditionIds: [],
  ...change,
});

const withPlan = (change: Partial<DossierMaterial['assessment']['plan']>) => {
  const { assessment } = material();
  return { assessment: { ...assessment, plan: { ...assessment.plan, ...change } } };
};

const messages = (change: Partial<DossierMaterial>, code: string): string[] =>
  checkDossier(material(change), today, 'zh-CN')
    .findings.filter((found) => found.code === code)
    .map(({ message }) => message);

describe('the rules of consistency', () => {
  it('each have a code of their own, and words and a way to mend in both languages', () => {
    expect(new Set(CONSISTENCY_RULES.map(({ code }) => code)).size).toBe(CONSISTENCY_RULES.length);
    for (const { text, mend } of CONSISTENCY_RULES)
      for (const words of [text, mend]) {
        expect(words['zh-CN']).toMatch(/。$/u);
        expect(words.en).toMatch(/\.$/u);
      }
  });

  it('find nothing in a dossier whose parts agree', () => {
    const found = codes();
    for (const { code } of CONSISTENCY_RULES.filter(({ code: id }) => id !== 'expected_circular'))
      expect(found).not.toContain(code);
  });

  it('find full marks for an item whose sub-system holds no standard', () => {
    const own = { system: ownSystem(), standards: [{ ...standard, nodes: ['J01'] }] };
    const said = messages(own, 'whole_without_documents');
    expect(said.some((text) => text.startsWith('2.14.1 判为符合，而与之对应的 J13'))).toBe(true);
    expect(said.some((text) => text.startsWith('2.2.1 '))).toBe(false);
    const filled = { ...own, standards: [{ ...standard, nodes: ['J13'] }] };
    expect(messages(filled, 'whole_without_documents').join()).not.toContain('J13');
    const gone = { ...own, standards: [{ ...standard, nodes: ['J13'], status: 'withdrawn' }] };
    expect(messages(gone, 'whole_without_documents').join()).toContain('J13');
    // What stands elsewhere for what is expected there counts, as it does on the item's card.
    const elsewhere = messages({ ...own, heldNodes: ['J13'] }, 'whole_without_documents');
    expect(elsewhere.join()).not.toContain('J13');
  });

  it('find a conclusion that denies what was found', () => {
    const { assessment } = material();
    const answers = [answer('1.1', { state: 'not_established', rules: {} })];
    const denied = { ...assessment, conclusion: '体系运行有效，没有发现不符合。' };
    expect(codes({ answers, assessment: denied })).toContain('conclusion_denies_findings');
    expect(codes({ assessment: denied })).not.toContain('conclusion_denies_findings');
  });

  it('find dates that cannot all be true', () => {
    const own = { ...standard, level: 'enterprise', number: 'Q/A 1-2026' };
    const late = { standards: [{ ...own, inForceOn: '2026-06-06' }] };
    expect(codes(late)).toContain('standard_after_evaluation');
    expect(codes({ standards: [{ ...own, inForceOn: '2026-06-05' }] })).not.toContain(
      'standard_after_evaluation',
    );
    expect(
      codes({ standards: [{ ...own, issuedOn: '2026-03-02', inForceOn: '2026-03-01' }] }),
    ).toContain('standard_released_after_force');
    expect(codes(withPlan({ finishedOn: '2026-05-31' }))).toContain(
      'evaluation_ends_before_it_begins',
    );
    expect(codes(withPlan({ finishedOn: '2026-11-24' }))).toContain('evaluation_in_future');
    const objective = { owner: '', measure: '', period: '' };
    expect(
      codes(withProfile({ objectives: [{ ...objective, text: '到 2025 年参与制定国家标准' }] })),
    ).toContain('objective_past');
  });

  it('find evidence that is old, later than the evaluation, there twice or used for several bonuses', () => {
    expect(codes({ evidence: [proof({ periodTo: '2025-11-23' })] })).toContain('evidence_stale');
    expect(codes({ evidence: [proof({ periodTo: '2025-11-24' })] })).not.toContain(
      'evidence_stale',
    );
    expect(codes({ evidence: [proof({ periodFrom: '2026-06-06' })] })).toContain(
      'evidence_after_evaluation',
    );
    expect(codes({ evidence: [proof(), proof({ id: 'e2', title: '另一份' })] })).toContain(
      'same_file_twice',
    );
    expect(codes({ evidence: [proof({ itemIds: ['B1.2', 'B1.3'] })] })).toContain(
      'one_file_many_bonuses',
    );
  });

  it('find a team that can only evaluate its own department, and an action that its owner verified', () => {
    const team = [{ name: '陆示例', role: '组长（总经办）' }];
    const own = [answer('1.1', { state: 'assessed', rules: {} }, { responsible: '总经办' })];
    expect(codes({ ...withPlan({ team }), answers: own })).toContain('evaluates_own_department');
    const mixed = [...team, { name: '钱示例', role: '组员' }];
    expect(codes({ ...withPlan({ team: mixed }), answers: own })).not.toContain(
      'evaluates_own_department',
    );
    const action = {
      id: 'a',
      number: 1,
      itemId: null,
      finding: '',
      cause: '',
      measure: '',
      owner: '钱示例',
      dueOn: null,
      state: 'verified' as const,
      result: '',
      verifiedBy: '钱示例',
      verifiedOn: '2026-10-01',
    };
    expect(codes({ actions: [action] })).toContain('action_verified_by_owner');
    const by = (ownerUserId: string | null, verifiedByUserId: string | null) => ({
      actionAccounts: { [action.id]: { ownerUserId, verifiedByUserId } },
    });
    const written = (verifiedBy: string) => ({ actions: [{ ...action, verifiedBy }] });
    const rule = 'action_verified_by_owner';
    // Two members of one name.
    expect(codes({ actions: [action], ...by('u1', 'u2') })).not.toContain(rule);
    // One member, written in two ways.
    expect(codes({ ...written('钱 示例'), ...by('u1', 'u1') })).toContain(rule);
    // Where one of them has no account, names are all that is known.
    expect(codes({ actions: [action], ...by('u1', null) })).toContain(rule);
    expect(codes({ ...written('他人'), ...by(null, 'u1') })).not.toContain(rule);
  });

  it('find a declared standard that the register does not hold', () => {
    const declared = (standardNumber: string) => ({
      selfDeclarations: [
        { product: '丝杠', standardNumber, standardTitle: '', declaredOn: null, note: '' },
      ],
    });
    expect(codes(declared('Q/A 9-2026'))).toContain('declared_standard_unlisted');
    expect(codes(declared('GB/T 1.1-2020'))).not.toContain('declared_standard_unlisted');
  });
});
