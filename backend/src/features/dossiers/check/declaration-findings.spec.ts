import type { ConfirmedDeclaration } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import type { AnswerMaterial, DossierMaterial } from '../dossier-material';
import { checkDossier } from './dossier-check';
import {
  allAnswers,
  answer,
  codes,
  material,
  ownSystem,
  scheme,
  today,
  withProfile,
} from './testing/complete-material';

describe('declarations and facts', () => {
  const plan = material().assessment.plan;
  const declared = (...declarations: ConfirmedDeclaration[]): Partial<DossierMaterial> => ({
    assessment: { ...material().assessment, plan: { ...plan, declarations } },
  });
  const deducting = (words: string): AnswerMaterial[] => {
    const found = listItems(scheme).flatMap(({ item }) =>
      item.rules.filter(({ text }) => text['zh-CN'].includes(words)).map((rule) => [item, rule]),
    );
    const [[item, rule] = []] = found;
    if (item === undefined || rule === undefined) throw new Error(`no rule says ${words}`);
    return allAnswers.map((given) =>
      given.itemId === item.id
        ? answer(item.id, { state: 'assessed', rules: { [rule.id]: true } })
        : given,
    );
  };
  const inspections = { id: 'inspections', text: '' } as const;

  it('warns of declarations that nobody confirmed', () => {
    const found = codes(declared({ ...inspections, holds: true }));
    expect(found.filter((code) => code === 'declaration_unconfirmed')).toHaveLength(3);
    expect(codes()).not.toContain('declaration_unconfirmed');
  });

  it('blocks where the scoring table says the opposite, confirmed or not, until it is told as it was', () => {
    const answers = deducting('监督抽查不合格');
    expect(codes({ answers })).toContain('declaration_contradicts');
    expect(codes({ answers, ...declared() })).toContain('declaration_contradicts');
    const check = checkDossier(material({ answers }), today, 'zh-CN');
    expect(check.blocks).toBe(true);
    const silent = declared({ ...inspections, holds: false });
    expect(codes({ answers, ...silent })).toContain('declaration_empty');
    const told = declared({ ...inspections, holds: false, text: '一批次不合格，已整改。' });
    expect(codes({ answers, ...told })).not.toEqual(
      expect.arrayContaining(['declaration_contradicts']),
    );
  });

  it('blocks where the table says that the system ran too short and its dates say the contrary', () => {
    const answers = deducting('运行不足 3 个月');
    expect(codes({ answers })).toContain('operation_contradicts');
    const early = withProfile({ systemEffectiveOn: '2026-05-01' });
    expect(codes({ answers, ...early })).not.toContain('operation_contradicts');
  });

  it('takes no sampling of its own, no list of accidents and no award for a contradiction', () => {
    const rules = listItems(scheme).flatMap(({ item }) =>
      item.rules.map(({ text }) => text['zh-CN']),
    );
    expect(rules.filter((text) => /抽查|事故|不足/.test(text)).length).toBeGreaterThan(5);
    const everything = allAnswers.map((given) => {
      const item = listItems(scheme).find((one) => one.item.id === given.itemId)?.item;
      const taken = (item?.rules ?? []).flatMap(({ id, kind, text }) =>
        kind === 'fixed' && !/监督抽查|运行不足/.test(text['zh-CN']) ? [[id, true]] : [],
      );
      return answer(given.itemId, {
        state: 'assessed',
        rules: Object.fromEntries(taken) as Record<string, true>,
      });
    });
    const found = codes({ answers: everything });
    expect(found).not.toContain('declaration_contradicts');
    expect(found).not.toContain('operation_contradicts');
  });

  it('warns of compilation notes that are still drafts', () => {
    expect(codes()).toContain('notes_drafted');
    expect(codes({ standards: [] })).not.toContain('notes_drafted');
    expect(codes({ system: ownSystem() })).toContain('notes_unconfirmed');
  });
});
