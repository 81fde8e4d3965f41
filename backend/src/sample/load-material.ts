import type { INestApplicationContext } from '@nestjs/common';
import { RECORD_KIND_IDS } from '@liangxing/contracts';
import { templateOfForm } from '@liangxing/system-structure';
import {
  AssessmentsReader,
  ChangeAssessment,
  StartAssessment,
  type Assessment,
} from '../features/assessments';
import { CorrectiveActionsRepository, WriteActions } from '../features/improvements';
import { RecordsRepository, WriteRecords } from '../features/records';
import { SchemeCatalogue } from '../features/schemes';
import { EMPTY_RECORD, newStandardId, StandardsRepository } from '../features/standards';
import { KeepSystems, ReadSystems } from '../features/systems';
import { TenantDatabase, type RequestContext } from '../kernel';
import { confirmNotes } from './confirm-notes';
import type { SampleAction, SampleAssessment, SampleRecords, SampleStandard } from './sample-files';

/** A register that has standards is left alone. */
export async function loadStandards(
  app: INestApplicationContext,
  context: RequestContext,
  records: readonly SampleStandard[],
): Promise<void> {
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
export async function loadSystem(
  app: INestApplicationContext,
  context: RequestContext,
  schemeId: string,
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
export async function loadRecords(
  app: INestApplicationContext,
  context: RequestContext,
  lists: SampleRecords,
): Promise<void> {
  const counts = await app
    .get(TenantDatabase)
    .read(context, (manager) => app.get(RecordsRepository).counts(manager, context));
  for (const kind of RECORD_KIND_IDS) {
    if (counts.some((count) => count.kind === kind && count.total > 0)) continue;
    for (const fields of lists[kind]) await app.get(WriteRecords).add(context, kind, { fields });
  }
}

/** Begun with its plan and its conclusion. */
export async function loadAssessment(
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

/** Actions that are not there yet. */
export async function loadActions(
  app: INestApplicationContext,
  context: RequestContext,
  actions: readonly SampleAction[],
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
