import type { INestApplicationContext } from '@nestjs/common';
import { RECORD_KIND_IDS, type RecordKindId } from '@liangxing/contracts';
import { templateOfForm } from '@liangxing/system-structure';
import { join } from 'node:path';
import { RegisterAccount, UsersRepository } from '../features/accounts';
import {
  AssessmentsReader,
  ChangeAssessment,
  StartAssessment,
  type Assessment,
} from '../features/assessments';
import { CheckCurrency } from '../features/catalogue';
import { BuildDossier, DossiersRepository, OrderDossier } from '../features/dossiers';
import { CorrectiveActionsRepository, WriteActions } from '../features/improvements';
import {
  CreateOrganization,
  MembersRepository,
  SaveProfile,
  type ProfileContent,
} from '../features/organizations';
import { RecordsRepository, WriteRecords } from '../features/records';
import { SchemeCatalogue } from '../features/schemes';
import {
  EMPTY_RECORD,
  newStandardId,
  StandardsRepository,
  type StandardRecord,
} from '../features/standards';
import { KeepSystems, ReadSystems } from '../features/systems';
import { confirmNotes } from './confirm-notes';
import { TenantDatabase, type RequestContext } from '../kernel';
import { loadAnswers } from './load-answers';
import { loadConditions } from './load-conditions';
import { loadEvidence } from './load-evidence';
import {
  readSample,
  SAMPLE_EDITIONS,
  type SampleAssessment,
  type SampleEdition,
  type SampleEnterprise,
  type SampleSignIn,
  type SharedProfile,
} from './sample-files';

/** What the loading of the sample stands on: the server's application, and the worker's for the dossier. */
interface SampleTargets {
  readonly app: INestApplicationContext;
  readonly worker: INestApplicationContext;
  /** Folder of the sample's JSON files. */
  readonly folder: string;
  /** Those of its enterprises that are wanted; all where nothing is said. */
  readonly editions?: readonly SampleEdition[];
}

/**
 * Loads the made-up enterprise through the same use cases that people use: as it works by the form of 2017, and as it
 * was by the form of 2003, each an organization of its own with the same people. Each step looks first whether it was
 * done, so that running it again, or after it broke off, changes nothing that is there.
 * @returns false where the sample was complete before
 */
export async function loadSample(targets: SampleTargets): Promise<boolean> {
  const { app, folder, editions = SAMPLE_EDITIONS } = targets;
  const signIns = await readSample<SampleSignIn[]>(folder, 'sign-ins.json');
  const shared = await readSample<SharedProfile>(folder, 'enterprise.json');
  const userIds = await loadUsers(app, signIns);
  let isNew = false;
  for (const edition of editions) {
    const loaded = await loadEdition(targets, join(folder, edition), shared, signIns, userIds);
    isNew ||= loaded;
  }
  return isNew;
}

async function loadEdition(
  targets: SampleTargets,
  folder: string,
  shared: SharedProfile,
  signIns: readonly SampleSignIn[],
  userIds: readonly string[],
): Promise<boolean> {
  const { app } = targets;
  const enterprise = await readSample<SampleEnterprise>(folder, 'enterprise.json');
  const sample = await readSample<SampleAssessment>(folder, 'assessment.json');
  const context = contextOf(enterprise, signIns, userIds);
  if (!(await hasMembership(app, context))) await loadEnterprise(app, context, shared, enterprise);
  if (await hasDossier(app, context)) return false;
  await loadMembers(app, context, signIns, userIds);
  await loadStandards(app, context, folder);
  // Whoever confirms 编制说明 has seen what the catalogue says of the register.
  await app.get(CheckCurrency).execute(context, new Date(), false);
  await loadSystem(app, context, sample);
  await loadRecords(app, context, folder);
  const assessment = await loadAssessment(app, context, sample);
  await loadConditions(app, context, sample, assessment);
  await loadAnswers(app, context, sample, assessment);
  await loadEvidence(app, context, sample, assessment);
  await loadActions(app, context, sample, assessment);
  await buildDossier(targets, context, assessment);
  return true;
}

async function loadUsers(
  app: INestApplicationContext,
  signIns: readonly SampleSignIn[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { email, name, password } of signIns) {
    const known = await app.get(UsersRepository).findByEmail(email);
    const language = 'zh-CN';
    const id =
      known?.id ??
      (await app.get(RegisterAccount).execute({ email, name, password, language })).userId;
    ids.push(id);
  }
  return ids;
}

function contextOf(
  { organizationId }: SampleEnterprise,
  signIns: readonly SampleSignIn[],
  userIds: readonly string[],
): RequestContext {
  return {
    userId: userIds[0] ?? '',
    userName: signIns[0]?.name ?? '',
    organizationId,
    actingId: organizationId,
    kind: 'enterprise',
    role: 'owner',
    grant: null,
    correlationId: 'sample',
    language: 'zh-CN',
  };
}

async function hasMembership(
  app: INestApplicationContext,
  { userId, organizationId }: RequestContext,
): Promise<boolean> {
  const memberships = await app.get(UsersRepository).memberships(userId);
  return memberships.some((membership) => membership.organizationId === organizationId);
}

async function hasDossier(app: INestApplicationContext, context: RequestContext): Promise<boolean> {
  const dossiers = await app
    .get(TenantDatabase)
    .read(context, (manager) => app.get(DossiersRepository).list(manager, context));
  return dossiers.some(({ state }) => state === 'ready');
}

async function loadEnterprise(
  app: INestApplicationContext,
  context: RequestContext,
  shared: SharedProfile,
  { organizationId, profile }: SampleEnterprise,
): Promise<void> {
  const content: ProfileContent = { ...shared, ...profile };
  const command = { id: organizationId, name: content.name, isSample: true };
  await app.get(CreateOrganization).execute(context, command);
  await app.get(SaveProfile).execute(context, { content, version: 1 });
}

/** Colleagues join without an invitation: nobody reads mail here. */
async function loadMembers(
  app: INestApplicationContext,
  context: RequestContext,
  signIns: readonly SampleSignIn[],
  userIds: readonly string[],
): Promise<void> {
  const members = app.get(MembersRepository);
  await app.get(TenantDatabase).transaction(context, async (manager) => {
    for (const [index, { role }] of signIns.entries()) {
      const userId = userIds[index];
      if (role !== 'owner' && role !== 'platform' && userId !== undefined)
        await members.insert(manager, context, userId, role);
    }
  });
}

async function loadStandards(
  app: INestApplicationContext,
  context: RequestContext,
  folder: string,
): Promise<void> {
  const { standards: records } = await readSample<{
    readonly standards: readonly Partial<StandardRecord>[];
  }>(folder, 'standards.json');
  const register = app.get(StandardsRepository);
  await app.get(TenantDatabase).transaction(context, async (manager) => {
    if ((await register.nextPosition(manager, context)) > 1) return;
    const rows = records.map((record, index) => ({
      id: newStandardId(),
      position: index + 1,
      record: { ...EMPTY_RECORD, ...record },
    }));
    await register.insert(manager, context, rows);
  });
}

/** The system in the form that the sample's scheme evaluates; its register's codes place every standard. */
async function loadSystem(
  app: INestApplicationContext,
  context: RequestContext,
  { schemeId }: SampleAssessment,
): Promise<void> {
  if ((await app.get(ReadSystems).list(context)).length > 0) return;
  const published = await app.get(SchemeCatalogue).newest(context, schemeId);
  const templateId = templateOfForm(published?.scheme.form ?? '2017');
  const { stored } = await app
    .get(KeepSystems)
    .start(context, { templateId, name: '企业标准体系' });
  await confirmNotes(app, context, stored.id);
}

/** Laws, plans, trainings and the like; a list that has records is left alone. */
async function loadRecords(
  app: INestApplicationContext,
  context: RequestContext,
  folder: string,
): Promise<void> {
  const lists = await readSample<Record<RecordKindId, readonly Record<string, unknown>[]>>(
    folder,
    'records.json',
  );
  const counts = await app
    .get(TenantDatabase)
    .read(context, (manager) => app.get(RecordsRepository).counts(manager, context));
  for (const kind of RECORD_KIND_IDS) {
    if (counts.some((count) => count.kind === kind && count.total > 0)) continue;
    for (const fields of lists[kind]) await app.get(WriteRecords).add(context, kind, { fields });
  }
}

async function loadAssessment(
  app: INestApplicationContext,
  context: RequestContext,
  { title, schemeId, targetGrade, targetLevel, plan, conclusion }: SampleAssessment,
): Promise<Assessment> {
  const known = await app
    .get(TenantDatabase)
    .read(context, (manager) => app.get(AssessmentsReader).list(manager, context));
  const started =
    known.find((assessment) => assessment.title === title) ??
    (await app.get(StartAssessment).execute(context, { title, schemeId, targetGrade }));
  if (started.conclusion !== '') return started;
  return app.get(ChangeAssessment).execute(context, {
    id: started.id,
    expectedVersion: started.version,
    changes: { targetLevel, plan, conclusion },
  });
}

async function loadActions(
  app: INestApplicationContext,
  context: RequestContext,
  { actions }: SampleAssessment,
  { id: assessmentId }: Assessment,
): Promise<void> {
  const known = await app
    .get(TenantDatabase)
    .read(context, (manager) => app.get(CorrectiveActionsRepository).list(manager, context));
  for (const action of actions.filter(
    ({ measure }) => !known.some((one) => one.measure === measure),
  ))
    await app.get(WriteActions).add(context, { ...action, assessmentId });
}

/** Ordered like any other, and built at once by the worker's own code: the sample has its PDF from the first start. */
async function buildDossier(
  { app, worker }: SampleTargets,
  context: RequestContext,
  { id }: Assessment,
): Promise<void> {
  const dossier = await app.get(OrderDossier).execute(context, id);
  await worker.get(BuildDossier).handle({ context, dossierId: dossier.id });
}
