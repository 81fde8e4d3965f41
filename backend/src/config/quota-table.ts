import type { QuotaName } from '@liangxing/contracts';
import type { Environment } from './environment';
import { readOverrides } from './overrides';

/** How much an account or an organization may have; what a large enterprise needs, and not what fills a disk. */
const defaults: Readonly<Record<QuotaName, number>> = {
  organizations_per_account: 20,
  access_tokens: 20,
  passkeys: 10,
  members: 300,
  open_invitations: 50,
  application_documents: 10,
  evidence_bytes: 5_000_000_000,
  evidence_files: 10_000,
  standards: 20_000,
  removed_standards: 40_000,
  verifications: 100_000,
  watched_standards: 500,
  systems: 20,
  assessments: 50,
  dossiers: 200,
  records: 50_000,
  drafts: 5_000,
  corrective_actions: 10_000,
  stored_imports: 100,
  schemes: 100,
  attachments: 30,
  attachment_pages: 200,
  attachment_bytes: 60_000_000,
  scheme_entries: 50,
  clients: 1_000,
  templates: 500,
};

export type Quotas = Readonly<Record<QuotaName, number>>;

/** QUOTAS like `members=1000, evidence_bytes=20G`. */
export function quotaSettings(environment: Environment): Quotas {
  const units: Readonly<Record<string, number>> = { '': 1, M: 1e6, G: 1e9, T: 1e12 };
  const overrides = readOverrides(environment, 'QUOTAS', Object.keys(defaults), {
    expected: 'a whole number, for bytes also with M, G or T',
    read: (text) => {
      const [whole, amount, unit = ''] = /^(\d{1,13})([MGT]?)$/.exec(text) ?? [];
      const value = Number(amount) * (units[unit] ?? NaN);
      return whole !== undefined && Number.isSafeInteger(value) ? value : null;
    },
  });
  return { ...defaults, ...Object.fromEntries(overrides) };
}
