import type { INestApplicationContext } from '@nestjs/common';
import { RECORD_KIND_IDS, type RecordKindId } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { templateOfForm } from '@liangxing/system-structure';
import { Readable } from 'node:stream';
import { RegisterAccount, UsersRepository } from '../features/accounts';
import {
  AssessmentsReader,
  ChangeAssessment,
  RecordAnswer,
  StartAssessment,
  type AnswerContent,
  type Assessment,
} from '../features/assessments';
import { BuildDossier, DossiersRepository, OrderDossier } from '../features/dossiers';
import { documentFonts } from '../kernel/fonts';
import { EvidenceRepository, EvidenceUsesRepository, UploadEvidence } from '../features/evidence';
import { CorrectiveActionsRepository, WriteActions } from '../features/improvements';
import { CreateOrganization, SaveProfile } from '../features/organizations';
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
import { Storage, TenantDatabase, type RequestContext } from '../kernel';
import { evidenceFile } from './evidence-file';
import { loadConditions } from './load-conditions';
import {
  readSample,
  type SampleAssessment,
  type SampleEnterprise,
  type SampleSignIn,
} from './sample-files';

/** What the loading of the sample stands on: the server's application, and the worker's for the dossier. */
export interface SampleTargets {
  readonly app: INestApplicationContext;
  readonly worker: INestApplicationContext;
  /** Folder of the sample's JSON files. */
  readonly folder: string;
}

/**
 * Loads the made-up enterprise through the same use cases that people use. Each step looks first whether it was
 * done, so that running it again, or after it broke off, changes nothing that is there.
 * @returns false where the sample was complete before
 */
export async function loadSample(targets: SampleTargets): Promise<boolean> {
  const { app, folder } = targets;
  const signIns = await readSample<SampleSignIn[]>(folder, 'sign-ins.json');
  const enterprise = await readSample<SampleEnterprise>(folder, 'enterprise.json');
  const sample = await readSample<SampleAssessment>(folder, 'assessment.json');
  const userIds = await loadUsers(app, signIns);
  const context = contextOf(enterprise, signIns, userIds);
  if (!(await hasMembership(app, context))) await loadEnterprise(app, context, enterprise);
  if (await hasDossier(app, context)) return false;
  await loadMembers(app, context, signIns, userIds);
  await loadStandards(app, context, folder);
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
    role: 'owner',
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
  { organizationId, profile }: SampleEnterprise,
): Promise<void> {
  const command = { id: organizationId, name: profile.name, isSample: true };
  await app.get(CreateOrganization).execute(context, command);
  await app.get(SaveProfile).execute(context, { content: profile, version: 1 });
}

/** Colleagues join without an invitation: nobody reads mail here. */
async function loadMembers(
  app: INestApplicationContext,
  context: RequestContext,
  signIns: readonly SampleSignIn[],
  userIds: readonly string[],
): Promise<void> {
  await app.get(TenantDatabase).transaction(context, async (manager) => {
    for (const [index, { role }] of signIns.entries())
      if (role !== 'owner')
        await manager.query(
          `INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING`,
          [context.organizationId, userIds[index], role],
        );
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
    for (const fields of lists[kind]) await app.get(WriteRecords).add(context, kind, fields);
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

async function loadAnswers(
  app: INestApplicationContext,
  context: RequestContext,
  { answers, responsible }: SampleAssessment,
  { id: assessmentId, schemeId, schemeVersion }: Assessment,
): Promise<void> {
  const { scheme } = await app.get(SchemeCatalogue).pinned(context, schemeId, schemeVersion);
  for (const { item } of listItems(scheme)) {
    const told = answers[item.id];
    const content: AnswerContent = {
      state: told?.state ?? 'assessed',
      rules: told?.rules ?? {},
      finding: told?.finding ?? '',
      responsible: departmentOf(responsible, item.id),
      reason: '',
      approval: null,
      measured: null,
    };
    // The key makes a repetition harmless.
    const idempotencyKey = `sample:${item.id}`;
    const command = { assessmentId, itemId: item.id, expectedVersion: 0, idempotencyKey, content };
    await app.get(RecordAnswer).execute(context, command);
  }
}

function departmentOf(responsible: SampleAssessment['responsible'], itemId: string): string {
  const [best] = Object.keys(responsible)
    .filter((head) => itemId === head || itemId.startsWith(`${head}.`))
    .sort((left, right) => right.length - left.length);
  return best === undefined ? '' : (responsible[best] ?? '');
}

async function loadEvidence(
  app: INestApplicationContext,
  context: RequestContext,
  { evidence }: SampleAssessment,
  { id: assessmentId }: Assessment,
): Promise<void> {
  const database = app.get(TenantDatabase);
  const repository = app.get(EvidenceRepository);
  const uses = app.get(EvidenceUsesRepository);
  const known = await database.read(context, (manager) => repository.list(manager, context));
  const fonts = await documentFonts();
  for (const proof of evidence.filter(({ title }) => !known.some((one) => one.title === title))) {
    const content = await evidenceFile(proof, fonts);
    const staged = await app.get(Storage).stage(Readable.from([content]));
    const upload = { fileName: proof.file, staged, fields: {} };
    const fields = { ...proof, validUntil: null };
    // Made-up photographs may look alike.
    const added = await app.get(UploadEvidence).add(context, upload, fields, null, true);
    await database.transaction(context, async (manager) => {
      for (const itemId of proof.items)
        await uses.link(manager, context, added.id, { assessmentId, itemId });
    });
  }
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
