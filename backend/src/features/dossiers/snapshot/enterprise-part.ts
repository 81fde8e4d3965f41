import { DECLARATION_IDS, printedDeclaration } from '@liangxing/contracts';
import type {
  ApplicationForm,
  Declaration,
  EnterpriseProfile,
  EvaluationReport,
  SignatureLine,
  StandardizationProfile,
} from '@liangxing/dossier';
import { wholeMonths } from '@liangxing/contracts';
import type { DossierMaterial } from '../dossier-material';
import { correctedAllocation } from '../duty-allocation/corrected-allocation';
import { dutyAllocation } from './duty-allocation';
import { structureOf } from './system-material';
import { printedMember } from './team';

const sizeNames = { large: '大型', medium: '中型', small: '小型' } as const;
const applicationKinds = { first: '首次评价', renewal: '复评' } as const;
const levelNames = { national: '国家级', provincial: '省级' } as const;

/** 企业概况. */
export function enterprisePart({ profile }: DossierMaterial): EnterpriseProfile {
  return {
    name: profile.name,
    shortName: profile.shortName,
    creditCode: profile.creditCode,
    regionName: profile.regionName,
    address: profile.address,
    postalCode: profile.postalCode,
    nature: profile.enterpriseNature,
    annualOutput: profile.annualOutput,
    annualRevenue: profile.annualRevenue,
    industryCode: profile.industryCode,
    industryName: profile.industryName,
    sizeName: profile.size === null ? '' : sizeNames[profile.size],
    employees: profile.employees,
    technicalStaff: profile.technicalStaff,
    foundedOn: profile.foundedOn,
    legalRepresentative: profile.legalRepresentative,
    products: profile.products,
    managementSystems: profile.managementSystems,
    introduction: profile.introduction,
    departments: profile.departments,
  };
}

/** 标准化工作概况. */
export function standardizationPart(material: DossierMaterial): StandardizationProfile {
  const { profile, standards, correctedDuties } = material;
  const { departments } = profile;
  const derived = dutyAllocation({ departments, tree: structureOf(material), standards });
  return {
    allocation: correctedAllocation(derived, correctedDuties),
    introduction: profile.standardizationIntroduction,
    policy: profile.policy,
    objectives: profile.objectives,
    body: profile.standardizationBody,
    head: profile.standardizationHead,
    staff: profile.standardizationStaff,
    documents: profile.appointmentDocuments,
    systemReleasedOn: profile.systemReleasedOn,
    systemEffectiveOn: profile.systemEffectiveOn,
  };
}

/** 申请表; `date` is the day on the cover. */
export function applicationPart(
  { profile, assessment }: DossierMaterial,
  date: string,
): ApplicationForm {
  const { systemEffectiveOn } = profile;
  return {
    kindName: profile.applicationKind === null ? '' : applicationKinds[profile.applicationKind],
    lastCertificate: profile.lastCertificate,
    targetGrade: assessment.targetGrade,
    targetLevelName: assessment.targetLevel === null ? '' : levelNames[assessment.targetLevel],
    evaluatingBody: '',
    contactName: profile.contactName,
    contactPhone: profile.contactPhone,
    contactEmail: profile.contactEmail,
    monthsInOperation: systemEffectiveOn === null ? null : wholeMonths(systemEffectiveOn, date),
    remarks: '',
  };
}

/** What the self-evaluation report says about how the evaluation was done. */
export function evaluationPart({ assessment, profile }: DossierMaterial): EvaluationReport {
  const { plan, conclusion } = assessment;
  return {
    purpose: plan.purpose,
    team: plan.team.map((member) => printedMember(member, profile.departments)),
    startedOn: plan.startedOn,
    finishedOn: plan.finishedOn,
    method: plan.method,
    sampling: plan.sampling,
    conclusion,
  };
}

/** Declarations as a person confirmed them, to be signed and sealed on paper. */
export function declarations({ profile, assessment }: DossierMaterial): Declaration[] {
  const { declarations: confirmed } = assessment.plan;
  return DECLARATION_IDS.map((id) =>
    printedDeclaration(
      id,
      confirmed.find((one) => one.id === id),
      profile.name,
    ),
  );
}

/** Lines of the signature page; names only where the enterprise told them. */
export function signatures({ profile, assessment }: DossierMaterial): SignatureLine[] {
  const leader = assessment.plan.team.find(({ role }) => role.includes('组长'));
  const clerk = profile.standardizationStaff.find(
    ({ name }) => name !== profile.standardizationHead,
  );
  return [
    { role: '编制', name: clerk?.name ?? '', post: clerk?.post ?? '' },
    { role: '审核', name: profile.standardizationHead, post: '标准化负责人' },
    { role: '自我评价组组长', name: leader?.name ?? '', post: leader?.role ?? '' },
    { role: '批准', name: profile.legalRepresentative, post: '法定代表人' },
  ];
}
