import { DECLARATION_IDS } from '@liangxing/contracts';
import { loadScheme } from '@liangxing/scheme/loader';
import { conditionsOf, listItems } from '@liangxing/scheme';
import { createScorer, type ItemAnswer } from '@liangxing/scoring';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packsFolder } from '../../../../testing/published-schemes';
import {
  systemFromTemplate,
  systemTree,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { UNSET_DOCUMENTS, type RegisterEntry } from '../../../systems/pure';
import type { AnswerMaterial, DossierMaterial } from '../../dossier-material';
import { checkDossier } from '../dossier-check';

export const today = '2026-11-23';
const pack = join(packsFolder, 'gsp-2004.yaml');
export const scheme = loadScheme([{ name: 'gsp-2004.yaml', text: readFileSync(pack, 'utf8') }]);
const score = createScorer(scheme);

export const answer = (itemId: string, given: ItemAnswer, more: Partial<AnswerMaterial> = {}) => ({
  itemId,
  answer: given,
  finding: '',
  responsible: '',
  reason: '',
  ...more,
});

export const allAnswers = listItems(scheme)
  .filter(({ section }) => !section.bonus)
  .map(({ item }) => answer(item.id, { state: 'assessed', rules: {} }));

export const standard: RegisterEntry = {
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

const profile: DossierMaterial['profile'] = {
  name: '示例企业',
  shortName: '',
  creditCode: '913205050000LJDT79',
  regionName: '',
  address: '示例路 1 号',
  postalCode: '215000',
  enterpriseNature: '民营',
  annualOutput: 46000,
  annualRevenue: 46000,
  applicationKind: 'first',
  lastCertificate: '',
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
};

/** A system of the enterprise's own, as the template of 2003 gives it; its notes are drafts. */
export function ownSystem(
  templateId: StructureTemplateId = 'gb-t-15496-2003',
): NonNullable<DossierMaterial['system']> {
  const system = systemFromTemplate(templateId);
  const places = new Map<string, readonly string[]>();
  return {
    id: 'own',
    system,
    tree: systemTree(system),
    places,
    settings: UNSET_DOCUMENTS,
    built: { system, places, kind: { industry: 'manufacturing', size: 'medium' } },
  };
}

/** A dossier in which everything is told, but for what the change says. */
export function material(change: Partial<DossierMaterial> = {}): DossierMaterial {
  const answers = change.answers ?? allAnswers;
  return {
    isSample: false,
    profile,
    facts: {},
    heldNodes: [],
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
        declarations: DECLARATION_IDS.map((id) => ({ id, holds: true, text: '' })),
      },
      conclusion: '达到',
    },
    scheme,
    conditions: conditionsOf(scheme).map(({ id: conditionId }) => ({
      conditionId,
      answer: 'yes',
      proof: '查询结果',
      checkedOn: '2026-11-01',
    })),
    answers,
    score: score(Object.fromEntries(answers.map(({ itemId, answer: given }) => [itemId, given]))),
    system: null,
    standards: [standard],
    evidence: [],
    actions: [],
    laws: [],
    selfDeclarations: [],
    attachments: [],
    correctedDuties: [],
    ...change,
  };
}

export const codes = (change: Partial<DossierMaterial> = {}): string[] =>
  checkDossier(material(change), today, 'zh-CN').findings.map(({ code }) => code);

export const withProfile = (
  change: Partial<DossierMaterial['profile']>,
): Partial<DossierMaterial> => ({
  profile: { ...material().profile, ...change },
});
