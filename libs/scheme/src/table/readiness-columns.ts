/** What is looked at for a readiness item, in the columns 必备程度, 检查内容 and 目标. */
import type { ItemChecks, SchemeItem } from '../scheme';
import { both } from './cells';
import type { ScoringKey } from './columns';
import type { Places } from './places';
import { localized } from './read-general';
import type { RowReader } from './sheet-cursor';
import { CHECKS, NEEDS } from './vocabulary';

type Key = Extract<ScoringKey, 'need' | 'checks' | 'objective' | 'objectiveEn'>;

const words = ({ document, operation, effect }: ItemChecks): string[] => [
  ...(document ? [CHECKS.document] : []),
  ...(operation ? [operation.sampled ? CHECKS.sampled : CHECKS.operation] : []),
  ...(effect ? [CHECKS.effect] : []),
];

export const readinessCells = ({ need, checks }: SchemeItem): Record<Key, string> => {
  const [objective, objectiveEn] = both(checks?.effect?.objective ?? { 'zh-CN': '' });
  return {
    need: need === undefined ? '' : NEEDS[need],
    checks: checks === undefined ? '' : words(checks).join('、'),
    objective,
    objectiveEn,
  };
};

/** Fields of a pack's item. An objective is the effect that is looked at, whether or not 效果 is written. */
export const readReadiness = (
  row: RowReader<ScoringKey>,
  at: string,
  places: Places,
): Record<string, unknown> => {
  for (const key of ['need', 'checks'] as const) places.set(`${at}/${key}`, row.place(key));
  places.set(`${at}/checks/effect`, row.place('objective'));
  const need = row.word('need', NEEDS);
  const named = row.words('checks', CHECKS);
  const objective = row.text('objective', 2000);
  if (named.includes('effect') && row.cell('objective') === '') row.missing('objective');
  const checks = {
    ...(named.includes('document') && { document: true }),
    ...((named.includes('operation') || named.includes('sampled')) && {
      operation: { sampled: named.includes('sampled') },
    }),
    ...(objective !== undefined && {
      effect: { objective: localized(objective, row.text('objectiveEn', 2000)) },
    }),
  };
  return {
    ...(need !== undefined && { need }),
    ...(Object.keys(checks).length > 0 && { checks }),
  };
};
