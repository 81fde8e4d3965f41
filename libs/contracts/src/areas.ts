import type { Wording } from './error-text';
import type { OrganizationPermission } from './permission-names';

/**
 * Parts of an enterprise's data that it can open to another organization, each for reading or for writing. Members and
 * invitations are no such part, nor is the audit trail: nobody else ever sees them.
 * The database holds it: `app.tenant_table(target, area)`, all of it listed in `kernel/walls.snapshot.txt`.
 */
export const AREAS = [
  'profile',
  'register',
  'system',
  'assessment',
  'evidence',
  'records',
  'improvements',
  'dossier',
] as const;
export type Area = (typeof AREAS)[number];

/** As the pages of engagements call them. */
export const AREA_WORDINGS: Readonly<Record<Area, Wording>> = {
  profile: { zh: '企业信息', en: 'Profile' },
  register: { zh: '标准明细', en: 'Register of standards' },
  system: { zh: '标准体系', en: 'Standard system' },
  assessment: { zh: '自我评价与申请条件', en: 'Self-evaluation and conditions' },
  evidence: { zh: '证实材料', en: 'Evidence' },
  records: { zh: '台账', en: 'Records' },
  improvements: { zh: '整改', en: 'Corrective actions' },
  dossier: { zh: '申请材料', en: 'Dossiers' },
};

/** What a grant opens; whoever may write in an area may read in it. */
export interface GrantedAreas {
  readonly readable: readonly Area[];
  readonly writable: readonly Area[];
}

interface AreaPermissions {
  readonly read: readonly OrganizationPermission[];
  readonly write: readonly OrganizationPermission[];
}

const AREA_PERMISSIONS: Readonly<Record<Area, AreaPermissions>> = {
  profile: { read: ['profile:read'], write: ['profile:write'] },
  register: { read: ['standards:read', 'catalogue:read'], write: ['standards:write'] },
  system: { read: ['systems:read'], write: ['systems:write'] },
  assessment: {
    read: ['assessments:read', 'own_schemes:read'],
    write: ['assessments:write', 'schemes:write'],
  },
  evidence: { read: ['evidence:read'], write: ['evidence:write'] },
  records: { read: ['records:read'], write: ['records:write'] },
  improvements: { read: ['improvements:read'], write: ['improvements:write'] },
  dossier: { read: ['dossiers:read', 'submissions:read'], write: ['dossiers:write'] },
};

/** Everything that a grant of these areas allows, whoever uses it. */
export function permissionsOfAreas({
  readable,
  writable,
}: GrantedAreas): ReadonlySet<OrganizationPermission> {
  const opened = new Set<OrganizationPermission>(['organizations:read']);
  const seen = new Set<Area>([...readable, ...writable]);
  for (const area of seen) for (const each of AREA_PERMISSIONS[area].read) opened.add(each);
  for (const area of writable) for (const each of AREA_PERMISSIONS[area].write) opened.add(each);
  // The overview tells of all areas; with one of them closed its figures would be wrong.
  if (AREAS.every((area) => seen.has(area))) opened.add('overview:read');
  return opened;
}
