import { plusDays } from '@liangxing/contracts';
import { listItems } from '@liangxing/scheme';
import { MoveCase } from '../features/cases';
import { KeepFindings, RecordScore, type ScoredContent } from '../features/sheets';
import { WriteToBody } from '../features/submissions';
import { organizationDay } from '../kernel';
import type { EvaluatingCase, SampleBody, SampleSheet, Scorer } from './body-files';
import { planCase } from './plan-case';
import type { SampleCase } from './sample-case';

/** Asked, answered, accepted and planned; the team has begun its sheets, and written down what does not conform. */
export async function loadEvaluatingCase(
  one: SampleCase,
  { plan, evaluating }: SampleBody,
): Promise<void> {
  await check(one, evaluating);
  await planCase(one, plan, evaluating);
  for (const who of ['lead', 'assessor'] as const) await beginSheet(one, who, evaluating.sheets);
  for (const { by, ...finding } of evaluating.findings)
    await one.targets.app
      .get(KeepFindings)
      .add(one.people[by], one.id, { ...finding, evidenceId: null });
}

async function check(
  one: SampleCase,
  { question, answerInDays, answer }: EvaluatingCase,
): Promise<void> {
  const { app } = one.targets;
  const { director } = one.people;
  const moves = app.get(MoveCase);
  await one.byBody((seen) => moves.execute(director, seen, 'start_check', { text: '' }));
  const due = plusDays(organizationDay(new Date()), answerInDays);
  await one.byBody((seen) => moves.ask(director, seen, { text: question, due }));
  const answers = await one.letter('asked');
  await one.byEnterprise((owner) =>
    app.get(WriteToBody).answer(owner, one.id, { answers, text: answer }),
  );
}

async function beginSheet(
  one: SampleCase,
  who: Scorer,
  sheets: Readonly<Record<Scorer, SampleSheet>>,
): Promise<void> {
  const { sections, otherwise } = sheets[who];
  const { scheme } = await one.material();
  const items = listItems(scheme.document).filter(({ item: { id } }) =>
    sections.some((section) => id.startsWith(`${section}.`)),
  );
  for (const { item } of items) {
    const content: ScoredContent = {
      ...{ state: 'met', rules: {}, finding: '', reason: '', approval: null, measured: null },
      ...otherwise[item.id],
    };
    await one.targets.app.get(RecordScore).execute(one.people[who], {
      ...{ caseId: one.id, itemId: item.id, expectedVersion: 0, content },
      idempotencyKey: `sample:${item.id}`,
    });
  }
}
