import type {
  ApplicationForm,
  Declaration,
  EnterpriseProfile,
  EvaluationReport,
  SignatureLine,
  StandardizationProfile,
} from '@liangxing/dossier';
import { wholeMonths } from '../calendar';
import type { DossierMaterial } from '../dossier-material';

const sizeNames = { large: '大型', medium: '中型', small: '小型' } as const;
const levelNames = { national: '国家级', provincial: '省级' } as const;

/** 企业概况. */
export function enterprisePart({ profile }: DossierMaterial): EnterpriseProfile {
  return {
    name: profile.name,
    shortName: profile.shortName,
    creditCode: profile.creditCode,
    regionName: profile.regionName,
    address: profile.address,
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
export function standardizationPart({ profile }: DossierMaterial): StandardizationProfile {
  return {
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
export function evaluationPart({ assessment }: DossierMaterial): EvaluationReport {
  const { plan, conclusion } = assessment;
  return {
    purpose: plan.purpose,
    team: plan.team.map(({ name, role }) => ({ name, role, department: '' })),
    startedOn: plan.startedOn,
    finishedOn: plan.finishedOn,
    method: plan.method,
    sampling: plan.sampling,
    conclusion,
  };
}

/** Declarations in our own words, to be signed and sealed on paper. */
export function declarations({ profile }: DossierMaterial): Declaration[] {
  const name = profile.name === '' ? '本企业' : profile.name;
  return [
    {
      title: '三年内无重大事故声明',
      text: `${name}声明：自本声明签署之日起前三年内，未发生重大产品质量、安全生产、职业健康和环境污染事故，未因上述原因被主管部门通报、处罚或者曝光。`,
    },
    {
      title: '产品质量监督抽查情况声明',
      text: `${name}声明：近两年内，本企业产品在各级质量监督抽查中没有不合格记录。`,
    },
    {
      title: '信用情况声明',
      text: `${name}声明：本企业依法经营，未被列入严重违法失信名单。`,
    },
    {
      title: '材料真实性承诺',
      text: `${name}承诺：申报材料及所附证实材料真实、完整，自我评价依照评分表如实进行；如有虚假，愿承担相应责任。`,
    },
  ];
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
