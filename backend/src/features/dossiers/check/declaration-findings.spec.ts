import type { ConfirmedDeclaration } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { createScorer } from '@liangxing/scoring';
import { compilationNotesOf } from '../../systems/pure';
import type { AnswerMaterial, DossierMaterial } from '../dossier-material';
import { systemMaterial } from '../snapshot/system-material';
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
  /** As in older versions of the table and in enterprises' own ones, a condition that takes points. */
  const deducting = (words: string): Pick<DossierMaterial, 'scheme' | 'answers' | 'score'> => {
    const rule = {
      id: '5.1.4-z',
      kind: 'fixed' as const,
      text: { 'zh-CN': words, en: words },
      deduct: 300,
      provenance: 'house' as const,
    };
    const older: typeof scheme = {
      ...scheme,
      sections: scheme.sections.map((section) => ({
        ...section,
        groups: section.groups.map((group) => ({
          ...group,
          items: group.items.map((item) =>
            item.id === '5.1.4' ? { ...item, rules: [...item.rules, rule] } : item,
          ),
        })),
      })),
    };
    const answers: AnswerMaterial[] = allAnswers.map((given) =>
      given.itemId === '5.1.4'
        ? answer('5.1.4', { state: 'assessed', rules: { '5.1.4-z': true } })
        : given,
    );
    const given = Object.fromEntries(answers.map(({ itemId, answer: one }) => [itemId, one]));
    return { scheme: older, answers, score: createScorer(older)(given) };
  };
  const inspections = { id: 'inspections', text: '' } as const;

  it('warns of declarations that nobody confirmed', () => {
    const found = codes(declared({ ...inspections, holds: true }));
    expect(found.filter((code) => code === 'declaration_unconfirmed')).toHaveLength(3);
    expect(codes()).not.toContain('declaration_unconfirmed');
  });

  it('blocks where the scoring table says the opposite, confirmed or not, until it is told as it was', () => {
    const taken = deducting('近两年监督抽查不合格且没有整改合格');
    expect(codes(taken)).toContain('declaration_contradicts');
    expect(codes({ ...taken, ...declared() })).toContain('declaration_contradicts');
    const check = checkDossier(material(taken), today, 'zh-CN');
    expect(check.blocks).toBe(true);
    const silent = declared({ ...inspections, holds: false });
    expect(codes({ ...taken, ...silent })).toContain('declaration_empty');
    const told = declared({ ...inspections, holds: false, text: '一批次不合格，已整改。' });
    expect(codes({ ...taken, ...told })).not.toEqual(
      expect.arrayContaining(['declaration_contradicts']),
    );
  });

  it('blocks where the table says that the system ran too short and its dates say the contrary', () => {
    const taken = deducting('运行不足 3 个月');
    expect(codes(taken)).toContain('operation_contradicts');
    const early = withProfile({ systemEffectiveOn: '2026-05-01' });
    expect(codes({ ...taken, ...early })).not.toContain('operation_contradicts');
  });

  it('takes no sampling of its own, no list of accidents and no award for a contradiction', () => {
    const rules = listItems(scheme).flatMap(({ item }) =>
      item.rules.map(({ text }) => text['zh-CN']),
    );
    expect(rules.filter((text) => /抽查|事故|不足/.test(text)).length).toBeGreaterThan(5);
    const everything = allAnswers.map((given) => {
      const item = listItems(scheme).find((one) => one.item.id === given.itemId)?.item;
      const taken = (item?.rules ?? []).flatMap(({ id, kind }) =>
        kind === 'fixed' ? [[id, true]] : [],
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

  it('names confirmed compilation notes whose figures have changed', () => {
    const system = ownSystem();
    const written = (figure: string): Partial<DossierMaterial> => {
      const notes = compilationNotesOf(systemMaterial(material({ system }))).map(
        ({ id, text }) =>
          [
            id,
            {
              text: text.replaceAll(/\d+ 项/gu, figure),
              confirmed: { by: '王芳', on: '2026-05-01' },
            },
          ] as const,
      );
      const settings = { ...system.settings, notes: Object.fromEntries(notes) };
      return { system: { ...system, settings } };
    };
    expect(codes(written('$&'))).not.toContain('notes_outdated');
    expect(codes(written('9999 项'))).toContain('notes_outdated');
    expect(codes(written('9999 项'))).not.toContain('notes_unconfirmed');
  });
});
