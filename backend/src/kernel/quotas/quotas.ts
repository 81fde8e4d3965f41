import { Injectable } from '@nestjs/common';
import type { QuotaName } from '@liangxing/contracts';
import type { EntityManager } from 'typeorm';
import { Config } from '../../config/config';
import { queryRows } from '../database/query-rows';
import { takeTurn } from '../database/take-turn';
import { ProblemError } from '../problems/problem-error';

const inOrganization = (from: string, what = 'count(*)'): string =>
  `SELECT ${what} AS used FROM ${from} WHERE organization_id = $1`;

/** Of the dossier of a self-evaluation. */
const ofDossier = (what: string, joined = ''): string =>
  `SELECT ${what} AS used FROM dossier_attachments a ${joined} WHERE a.assessment_id = $1`;

/** `$1` is the organization, or the person or self-evaluation where the quota is one of an account or a dossier. */
const counts: Readonly<Record<QuotaName, string>> = {
  organizations_per_account: `SELECT count(*) AS used FROM memberships
    WHERE user_id = $1 AND role IN ('owner', 'director')`,
  access_tokens:
    'SELECT count(*) AS used FROM access_tokens WHERE user_id = $1 AND expires_at > now()',
  passkeys: 'SELECT count(*) AS used FROM passkeys WHERE user_id = $1',
  members: inOrganization('memberships'),
  open_invitations: `${inOrganization('invitations')} AND accepted_at IS NULL AND expires_at > now()`,
  application_documents: inOrganization('application_documents'),
  // Of all files, also those of a part that a grant does not open: the organization that was entered is the one that is asked about.
  evidence_bytes: 'SELECT app.stored_bytes() AS used WHERE app.organization_id() = $1',
  evidence_files: inOrganization('evidence_revisions'),
  standards: inOrganization('standards'),
  removed_standards: `${inOrganization('register_act_rows')} AND kept IS NOT NULL`,
  verifications: inOrganization('standard_verifications'),
  // What was removed is kept for a while; coming and going must not pile it up.
  watched_standards: inOrganization('watched_standards'),
  systems: inOrganization('standard_systems'),
  assessments: inOrganization('assessments'),
  dossiers: inOrganization('dossiers'),
  records: inOrganization('records'),
  drafts: inOrganization('standard_drafts'),
  corrective_actions: inOrganization('corrective_actions'),
  // What was decided is the history of the register; only what waits can be piled up.
  stored_imports: `SELECT
    (SELECT count(*) FROM standard_imports WHERE organization_id = $1 AND state = 'previewed')
    + (SELECT count(*) FROM record_imports WHERE organization_id = $1 AND state = 'previewed')
    + (SELECT count(*) FROM client_imports WHERE organization_id = $1 AND state = 'previewed') AS used`,
  schemes: inOrganization('organization_schemes'),
  attachments: ofDossier('count(*)'),
  attachment_pages: ofDossier('coalesce(sum(a.pages), 0)'),
  attachment_bytes: ofDossier(
    'coalesce(sum(r.size), 0)',
    `JOIN evidence_revisions r ON r.organization_id = a.organization_id
       AND r.evidence_id = a.evidence_id AND r.revision = a.revision`,
  ),
  scheme_entries: inOrganization('scheme_entries'),
  templates: inOrganization('templates'),
  // Who was asked may accept at any time: an offer that waits takes the room already.
  clients: `SELECT
    (SELECT count(*) FROM clients WHERE organization_id = $1 AND state = 'live' AND ends_at > now())
    + (SELECT count(*) FROM engagement_offers WHERE organization_id = $1 AND state = 'offered'
        AND expires_at > now()) AS used`,
};

/** How much an account or an organization may have of each thing. */
@Injectable()
export class Quotas {
  constructor(private readonly config: Config) {}

  /**
   * Call inside the transaction that adds, before it adds: whoever adds the same thing at the same moment waits until
   * this transaction ends, so that nobody passes the quota beside another.
   * @param whose id of the organization, or of the person or self-evaluation where the quota is one of those
   * @throws ProblemError quota_… (409)
   */
  async require(manager: EntityManager, whose: string, name: QuotaName, adding = 1): Promise<void> {
    if (adding <= 0) return;
    await takeTurn(manager, `quota ${name} ${whose}`);
    await this.look(manager, whose, name, adding);
  }

  /** Without waiting for others: to refuse before a long way what `require` would refuse at its end. */
  async look(manager: EntityManager, whose: string, name: QuotaName, adding = 1): Promise<void> {
    const { used, most } = await this.usage(manager, whose, name);
    if (used + adding > most) throw this.refusal(name, most);
  }

  /** For what is more than all may be. */
  refusal(name: QuotaName, most = this.config.quotas[name]): ProblemError {
    return new ProblemError(`quota_${name}`, { limit: inWords(name, most) });
  }

  /** What there is, and what there may be: by the organization's own quota, else by the setting. */
  async usage(
    manager: EntityManager,
    whose: string,
    name: QuotaName,
  ): Promise<{ readonly used: number; readonly most: number }> {
    const [row] = await queryRows<{ used: string; most: string | null }>(
      manager,
      `SELECT (${counts[name]}) AS used,
         (SELECT most FROM organization_quotas WHERE organization_id = $1 AND name = $2) AS most`,
      [whose, name],
    );
    return { used: Number(row?.used ?? 0), most: Number(row?.most ?? this.limitOf(name)) };
  }

  /** Of every organization that has no quota of its own. */
  limitOf(name: QuotaName): number {
    return this.config.quotas[name];
  }
}

function inWords(name: QuotaName, limit: number): string {
  if (name !== 'evidence_bytes' && name !== 'attachment_bytes') return String(limit);
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(Math.floor(Math.log10(Math.max(limit, 1)) / 3), units.length - 1);
  return `${Number((limit / 1000 ** step).toFixed(1))} ${String(units[step])}`;
}
