import type { TeamRole } from '@liangxing/contracts';
import { join } from 'node:path';
import { loadSample } from '../../../sample/load-sample';
import { joinTeam } from '../../../testing/join-team';
import { recordMeeting } from '../../../testing/record-meeting';
import { packsFolder, publishShippedSchemes } from '../../../testing/published-schemes';
import type { Member, TestApp, TestOrganization } from '../../../testing/test-app';
import { MakeMove } from '../../cases';
import { BUILD_DOSSIER, OrderDossier } from '../../dossiers';
import { DELIVER_TO_BODY, DELIVER_TO_ENTERPRISE } from '../../letters';

export interface Assessor extends Member {
  readonly name: string;
}

/** An enterprise of the sample whose dossiers are evaluated by a body. */
export class EvaluatedCases {
  private constructor(
    readonly app: TestApp,
    readonly owner: Member,
    private readonly organizationId: string,
    private readonly assessmentId: string,
    readonly body: TestOrganization,
  ) {}

  static async of(app: TestApp, edition: '2003' | '2017' = '2003'): Promise<EvaluatedCases> {
    await publishShippedSchemes(app.database);
    const folder = join(packsFolder, '../../../backend/samples');
    await loadSample({ app: app.app, worker: await app.jobs(), folder, editions: [edition] });
    const [row] = await app.database.superuser<{ organization_id: string; id: string }>(
      'SELECT organization_id, id FROM assessments',
    );
    const organizationId = String(row?.organization_id);
    const owner = await app.member(organizationId, 'owner');
    const body = await app.body();
    const facts = { introduction: '', contact: '', fees: '', materials: [], isAccepting: true };
    await body.api.put(`${body.path}/body-profile`, facts, { ifMatch: 0 });
    return new EvaluatedCases(app, owner, organizationId, String(row?.id), body);
  }

  /** Until no letter is on its way. */
  async deliver(): Promise<void> {
    const { app } = this;
    while ((await app.runJobs(DELIVER_TO_BODY)) + (await app.runJobs(DELIVER_TO_ENTERPRISE)) > 0);
  }

  get submissions(): string {
    return `/api/organizations/${this.organizationId}/submissions`;
  }

  /** A person of the body, called by a name. */
  async assessor(name: string, role: 'assessor' | 'lead_assessor' = 'assessor'): Promise<Assessor> {
    const { app, body } = this;
    const member = await app.member(body.organizationId, role, 'assessment_body');
    await app.database.superuser('UPDATE users SET name = $2 WHERE id = $1', [member.userId, name]);
    return { ...member, name };
  }

  async join(id: string, { userId, name }: Assessor, role: TeamRole): Promise<void> {
    const { app, body } = this;
    await joinTeam(app.database, body.organizationId, id, { userId, name, role });
  }

  async leave(id: string, { userId }: Assessor): Promise<void> {
    await this.app.database.superuser(
      'UPDATE case_team SET removed_at = now() WHERE case_id = $1 AND user_id = $2',
      [id, userId],
    );
  }

  /** A newer dossier of the evaluation. @returns its id */
  async newDossier(): Promise<string> {
    const { app, owner } = this;
    const { id } = await app.app.get(OrderDossier).execute(owner.context, this.assessmentId);
    await app.runJobs(BUILD_DOSSIER, 1);
    return id;
  }

  /** A case that has just arrived. @returns its id */
  async received(): Promise<string> {
    const { owner, body } = this;
    const asked = { dossierId: await this.newDossier(), bodyId: body.organizationId, text: '' };
    const { body: made } = await owner.api.post<{ id: string }>(this.submissions, asked);
    await this.deliver();
    return made.id;
  }

  /** A case of which the first meeting was held. @returns its id */
  async evaluating(lead: Assessor, ...others: readonly Assessor[]): Promise<string> {
    const { app, body } = this;
    const id = await this.received();
    await this.join(id, lead, 'lead');
    for (const other of others) await this.join(id, other, 'assessor');
    await app.database.superuser(`UPDATE cases SET state = 'planned' WHERE id = $1`, [id]);
    await app.app.get(MakeMove).execute(body.context, { id, version: 1 }, 'hold_first_meeting', '');
    await this.deliver();
    return id;
  }

  /** What the closing meeting needs beside the sheets. */
  recordClosing(id: string): Promise<void> {
    return recordMeeting(this.app.database, id, 'closing');
  }

  at(id: string): string {
    return `${this.body.path}/cases/${id}`;
  }

  /** The case is over: the enterprise may hand in again. */
  async end(id: string): Promise<void> {
    const { api } = this.owner;
    const { body } = await api.get<{ version: number }>(`${this.submissions}/${id}`);
    const path = `${this.submissions}/${id}/withdrawal`;
    await api.post(path, { text: '' }, { ifMatch: body.version });
    await this.deliver();
  }
}
