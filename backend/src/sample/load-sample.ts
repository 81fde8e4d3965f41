import type { INestApplicationContext } from '@nestjs/common';
import { join } from 'node:path';
import { CheckCurrency } from '../features/catalogue';
import { BuildDossier, DossiersRepository, OrderDossier } from '../features/dossiers';
import type { Assessment } from '../features/assessments';
import {
  CreateOrganization,
  MembersRepository,
  SaveProfile,
  type ProfileContent,
} from '../features/organizations';
import { TenantDatabase, type RequestContext } from '../kernel';
import { loadAnswers } from './load-answers';
import { loadConditions } from './load-conditions';
import { loadEvidence } from './load-evidence';
import {
  loadActions,
  loadAssessment,
  loadRecords,
  loadStandards,
  loadSystem,
} from './load-material';
import {
  readSample,
  SAMPLE_EDITIONS,
  type SampleAssessment,
  type SampleEnterprise,
  type SampleRecords,
  type SampleSignIn,
  type SampleStandards,
  type SampleTargets,
  type SharedProfile,
} from './sample-files';
import { hasMembership, isTaken, leading, loadUsers } from './sample-people';

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
  const { organizationId } = enterprise;
  const context = leading(userIds[0] ?? '', signIns[0]?.name ?? '', organizationId);
  if (await isTaken(app, context)) return false;
  if (!(await hasMembership(app, context))) await loadEnterprise(app, context, shared, enterprise);
  if (await hasDossier(app, context)) return false;
  await loadMembers(app, context, signIns, userIds);
  const { standards } = await readSample<SampleStandards>(folder, 'standards.json');
  await loadStandards(app, context, standards);
  // Whoever confirms 编制说明 has seen what the catalogue says of the register.
  await app.get(CheckCurrency).execute(context, new Date(), false);
  await loadSystem(app, context, sample.schemeId);
  await loadRecords(app, context, await readSample<SampleRecords>(folder, 'records.json'));
  const assessment = await loadAssessment(app, context, sample);
  await loadConditions(app, context, sample, assessment);
  await loadAnswers(app, context, sample, assessment);
  await loadEvidence(app, context, sample, assessment);
  await loadActions(app, context, sample.actions, assessment);
  await buildDossier(targets, context, assessment);
  return true;
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
      if ((role === 'editor' || role === 'viewer') && userId !== undefined)
        await members.insert(manager, context, userId, role);
    }
  });
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
