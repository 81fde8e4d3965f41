import type { INestApplicationContext } from '@nestjs/common';
import type { Assessment } from '../features/assessments';
import { AnswerCondition, ConditionsReader } from '../features/conditions';
import { SchemeCatalogue } from '../features/schemes';
import { organizationDay, type RequestContext, TenantDatabase } from '../kernel';
import type { SampleAssessment } from './sample-files';

/** Conditions of the application that the sample's scheme names; what was answered already stays. */
export async function loadConditions(
  app: INestApplicationContext,
  context: RequestContext,
  { conditions }: SampleAssessment,
  { id: assessmentId, schemeId, schemeVersion }: Assessment,
): Promise<void> {
  const { scheme } = await app.get(SchemeCatalogue).pinned(context, schemeId, schemeVersion);
  const known = await app
    .get(TenantDatabase)
    .read(context, (manager) =>
      app.get(ConditionsReader).answers(manager, context, assessmentId, scheme),
    );
  const today = organizationDay(new Date());
  for (const { conditionId, version } of known) {
    const proof = conditions.proofs[conditionId];
    if (version > 0 || proof === undefined) continue;
    // The story of the sample has its dates; a clock behind them must not stop it.
    const checkedOn = conditions.checkedOn < today ? conditions.checkedOn : today;
    const fields = { answer: 'yes', proof, checkedOn } as const;
    const command = { assessmentId, conditionId, expectedVersion: 0, fields };
    await app.get(AnswerCondition).execute(context, command);
  }
}
