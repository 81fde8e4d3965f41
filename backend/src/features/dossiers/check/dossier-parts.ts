import { countEvidence } from '@liangxing/contracts';
import { conditionsOf, type Language } from '@liangxing/scheme';
import { listedLike, tallyOf } from '@liangxing/system-structure';
import type { DossierMaterial } from '../dossier-material';
import type { DossierFinding } from './finding';

/** Parts of the dossier in printed order. */
export const dossierParts = [
  'application_form',
  'application_conditions',
  'enterprise_profile',
  'standardization_profile',
  'self_evaluation',
  'scoring_table',
  'structure_diagram',
  'standard_list',
  'statistics',
  'evidence_list',
  'corrective_measures',
  'declarations',
  'signatures',
] as const;

type DossierPartName = (typeof dossierParts)[number];

export interface DossierPart {
  readonly part: DossierPartName;
  readonly state: 'ready' | 'incomplete' | 'empty';
  readonly note: string;
}

type Judged = readonly [state: DossierPart['state'], zh: string, en: string];

/** Which parts are ready, from the findings that touch them and from what there is. */
export function partStates(
  material: DossierMaterial,
  findings: readonly DossierFinding[],
  language: Language,
): DossierPart[] {
  const shown = dossierParts.filter(
    (part) => part !== 'application_conditions' || conditionsOf(material.scheme).length > 0,
  );
  return shown.map((part) => {
    const [state, zh, en] = judge(part, material, findings);
    return { part, state, note: language === 'en' ? en : zh };
  });
}

/** As the statistics count: neither planned nor out of force. */
const filled = (done: boolean): DossierPart['state'] => (done ? 'ready' : 'incomplete');

function judge(
  part: DossierPartName,
  material: DossierMaterial,
  findings: readonly DossierFinding[],
): Judged {
  const { profile, score, standards, evidence, actions, assessment } = material;
  const { answered, items } = score.progress;
  const { files, uses } = countEvidence(evidence);
  const { existing } = tallyOf(standards.map(listedLike));
  const has = (...codes: readonly string[]): boolean =>
    findings.some(({ code }) => codes.includes(code));
  const count = (list: readonly unknown[]): DossierPart['state'] =>
    list.length === 0 ? 'empty' : 'ready';
  switch (part) {
    case 'application_form':
      return [filled(!has('profile_field_missing', 'credit_code_missing')), '', ''];
    case 'application_conditions':
      return judgeConditions(material);
    case 'enterprise_profile':
      return [filled(profile.introduction !== '' && profile.departments.length > 0), '', ''];
    case 'standardization_profile':
      return [filled(profile.policy !== '' && profile.objectives.length > 0), '', ''];
    case 'self_evaluation':
      return [filled(assessment.conclusion !== '' && !has('plan_field_missing')), '', ''];
    case 'scoring_table':
      return [
        answered === 0 ? 'empty' : filled(answered === items),
        `已评价 ${answered} / ${items} 项`,
        `${answered} of ${items} items answered`,
      ];
    case 'statistics':
      return [count(standards), `现有 ${existing} 项`, `${existing} existing`];
    case 'structure_diagram':
    case 'standard_list':
      return [count(standards), `${standards.length} 项标准`, `${standards.length} standards`];
    case 'evidence_list':
      return [
        count(evidence),
        `${files} 份材料，用于 ${uses} 处`,
        `${files} files in ${uses} places`,
      ];
    case 'corrective_measures':
      return [count(actions), `${actions.length} 项措施`, `${actions.length} actions`];
    case 'declarations':
      return [
        filled(
          !has('declaration_unconfirmed', 'declaration_empty', 'declaration_contradicts') &&
            profile.legalRepresentative !== '',
        ),
        '打印后签字、盖章',
        'signed and sealed on paper',
      ];
    case 'signatures':
      return [
        filled(profile.legalRepresentative !== ''),
        '打印后签字、盖章',
        'signed and sealed on paper',
      ];
  }
}

function judgeConditions({ conditions }: DossierMaterial): Judged {
  const met = conditions.filter(({ answer }) => answer === 'yes').length;
  const all = conditions.length;
  return [filled(met === all), `已满足 ${met} / ${all} 条`, `${met} of ${all} met`];
}
