import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import { storedProfile } from '../organizations';
import type { ProfileMaterial } from './dossier-material';

const emptyProfile: ProfileMaterial = {
  name: '',
  shortName: '',
  creditCode: '',
  regionName: '',
  address: '',
  postalCode: '',
  enterpriseNature: '',
  annualOutput: null,
  annualRevenue: null,
  applicationKind: null,
  lastCertificate: '',
  industryCode: '',
  industryName: '',
  size: null,
  employees: null,
  technicalStaff: null,
  foundedOn: null,
  legalRepresentative: '',
  products: [],
  managementSystems: [],
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  standardizationBody: '',
  standardizationHead: '',
  standardizationStaff: [],
  departments: [],
  policy: '',
  objectives: [],
  systemReleasedOn: null,
  systemEffectiveOn: null,
  introduction: '',
  standardizationIntroduction: '',
  appointmentDocuments: [],
};

/** The enterprise profile; what was never filled is empty. Dates are null where the form left them empty. */
export async function profileMaterial(
  manager: EntityManager,
  tenant: Pick<RequestContext, 'organizationId'>,
): Promise<ProfileMaterial> {
  const stored = await storedProfile(manager, tenant);
  const known = Object.entries(stored).filter(
    ([field, value]) => field in emptyProfile && value !== undefined && value !== null,
  );
  const profile = {
    ...emptyProfile,
    ...(Object.fromEntries(known) as Partial<ProfileMaterial>),
  };
  return {
    ...profile,
    foundedOn: dateOrNull(profile.foundedOn),
    systemReleasedOn: dateOrNull(profile.systemReleasedOn),
    systemEffectiveOn: dateOrNull(profile.systemEffectiveOn),
    appointmentDocuments: profile.appointmentDocuments.map((document) => ({
      ...document,
      date: dateOrNull(document.date),
    })),
  };
}

function dateOrNull(date: string | null): string | null {
  return date === '' ? null : date;
}
