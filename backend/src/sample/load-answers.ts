import type { INestApplicationContext } from '@nestjs/common';
import { listItems } from '@liangxing/scheme';
import { RecordAnswer, type AnswerContent, type Assessment } from '../features/assessments';
import { SchemeCatalogue } from '../features/schemes';
import type { RequestContext } from '../kernel';
import type { SampleAssessment } from './sample-files';

/**
 * An answer to every item, with its department.
 * @param share of the items, from the first one on; all where nothing is said
 */
export async function loadAnswers(
  app: INestApplicationContext,
  context: RequestContext,
  { answers, responsible }: SampleAssessment,
  { id: assessmentId, schemeId, schemeVersion }: Assessment,
  share = 1,
): Promise<void> {
  const { scheme } = await app.get(SchemeCatalogue).pinned(context, schemeId, schemeVersion);
  const items = listItems(scheme);
  for (const { item } of items.slice(0, Math.round(items.length * share))) {
    const told = answers[item.id];
    const content: AnswerContent = {
      // Of a readiness item nothing is said: its state follows from what is there.
      state: told?.state ?? (item.mode === 'readiness' ? 'unanswered' : 'assessed'),
      rules: told?.rules ?? {},
      finding: told?.finding ?? '',
      responsible: departmentOf(responsible, item.id),
      responsibleUserId: null,
      reason: told?.reason ?? '',
      approval: null,
      measured: told?.measured ?? null,
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
