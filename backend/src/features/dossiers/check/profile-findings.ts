import { isWritten, OPERATION_MONTHS, wholeMonths } from '@liangxing/contracts';
import type { DossierMaterial, ProfileMaterial } from '../dossier-material';
import { finding, type DossierFinding } from './finding';

/** Months that the system must have run before an application (common condition of the confirming bodies). */
export const neededMonths = OPERATION_MONTHS;

type Field = keyof ProfileMaterial;

/** What the application form cannot do without. */
const requiredFields: readonly (readonly [Field, string, string])[] = [
  ['name', '企业名称', 'name'],
  ['address', '地址', 'address'],
  ['industryName', '所属行业', 'industry'],
  ['legalRepresentative', '法定代表人', 'legal representative'],
  ['contactName', '联系人', 'contact'],
  ['contactPhone', '联系电话', 'telephone'],
  ['products', '主要产品或服务', 'main products or services'],
];

/** What the dossier shows and may, with a gap, do without. */
const recommendedFields: readonly (readonly [Field, string, string])[] = [
  ['introduction', '企业概况', 'introduction'],
  ['standardizationIntroduction', '标准化工作概况', 'standardization work'],
  ['policy', '标准化方针', 'policy'],
  ['objectives', '标准化目标', 'objectives'],
  ['standardizationBody', '标准化机构', 'standardization body'],
  ['standardizationHead', '标准化负责人', 'head of standardization'],
  ['standardizationStaff', '标准化人员', 'standardization staff'],
  ['departments', '部门与职责', 'departments and duties'],
  ['appointmentDocuments', '机构成立、任命、发布文件', 'appointment documents'],
  ['employees', '职工人数', 'employees'],
  ['postalCode', '邮编', 'postal code'],
  ['enterpriseNature', '企业性质', 'kind of enterprise'],
  ['annualRevenue', '年营业收入', 'yearly revenue'],
  ['applicationKind', '首次评价或复评', 'first evaluation or renewal'],
];

/** A row that was added and not filled in yet is as empty as no row. */
const isBlankRow = (row: unknown): boolean =>
  (typeof row === 'object' && row !== null ? Object.values(row) : [row]).every(isEmpty);

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every(isBlankRow);
  return typeof value === 'string' && !isWritten(value);
}

/** Gaps of the enterprise profile, and whether the system has run long enough on the day of submission. */
export function profileFindings(material: DossierMaterial, today: string): DossierFinding[] {
  const { profile } = material;
  const gaps = (code: 'profile_field_missing' | 'profile_field_recommended') =>
    (code === 'profile_field_missing' ? requiredFields : recommendedFields)
      .filter(([field]) => isEmpty(profile[field]))
      .map(([field, label, english]) =>
        finding(code, { label, 'label:en': english }, { field: `profile.${field}` }),
      );
  return [
    ...gaps('profile_field_missing'),
    ...(isEmpty(profile.creditCode)
      ? [finding('credit_code_missing', {}, { field: 'profile.creditCode' })]
      : []),
    ...operationFindings(profile, today),
    ...gaps('profile_field_recommended'),
  ];
}

function operationFindings(profile: ProfileMaterial, today: string): DossierFinding[] {
  const { systemReleasedOn: released, systemEffectiveOn: effective } = profile;
  const place = { field: 'profile.systemEffectiveOn' };
  if (effective === null) return [finding('system_effective_date_missing', {}, place)];
  const months = wholeMonths(effective, today);
  const found: DossierFinding[] = [];
  if (released !== null && released > effective)
    found.push(finding('system_released_after_effective', { released, effective }, place));
  if (months < neededMonths)
    found.push(finding('system_run_too_short', { effective, months, needed: neededMonths }, place));
  return found;
}
