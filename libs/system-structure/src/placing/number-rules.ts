import type { StandardNumber } from '@liangxing/standard-number';
import type { TopicId } from './topics';

interface NumberRule {
  /** Code without /T and /Z. */
  readonly code: string;
  /** Serial numbers, as written; a rule without them speaks of the whole code. */
  readonly numbers?: readonly string[];
  readonly topic: TopicId;
  readonly weight: number;
}

const series = (code: string, numbers: string, topic: TopicId, weight = 0.95): NumberRule => ({
  code,
  numbers: numbers.split(' '),
  topic,
  weight,
});

/** Well-known series, and codes that stand for a trade. */
const RULES: readonly NumberRule[] = [
  series('GB', '1 20000 20001 20002 20003 13016 13017 15496 15497 15498 35778', 'standardization'),
  series('GB', '19273', 'evaluation'),
  series('GB', '19000 19001 19004 19580 19579 19015 19016 19017', 'quality'),
  series('GB', '19011', 'qualityAudit'),
  series('GB', '19010 19012 19013', 'customers', 0.85),
  series('GB', '19022', 'measuringCare'),
  series('GB', '17167', 'energyCare'),
  series('GB', '23331 29456 15587 2589 36713', 'energyCare'),
  series('GB', '24001 24004', 'environmentCare'),
  series('GB', '45001 28001 28002 33000', 'safetyCare'),
  series('GB', '29639', 'emergency'),
  series('GB', '22080 22081 22239', 'information'),
  series('GB', '29490', 'knowledge'),
  series('GB', '11822 18894', 'archives'),
  series('GB', '191 4857 4768 13384', 'packaging'),
  series('GB', '2893 2894', 'marking', 0.8),
  series('GB', '2828 2829 2423 2421 4208 16927', 'testing', 0.9),
  series(
    'GB',
    '4457 4458 4459 4460 14689 14690 14691 14692 3100 3101 3102 321 1800 1804 156 4728',
    'basics',
    0.9,
  ),
  series('GB', '6067 5082', 'safety', 0.7),
  { code: 'GBZ', topic: 'health', weight: 0.75 },
  { code: 'JJG', topic: 'measuringDevices', weight: 0.85 },
  { code: 'JJF', topic: 'measuringDevices', weight: 0.8 },
  { code: 'HJ', topic: 'environment', weight: 0.7 },
  { code: 'AQ', topic: 'safety', weight: 0.75 },
  { code: 'XF', topic: 'safety', weight: 0.65 },
  { code: 'DA', topic: 'archives', weight: 0.85 },
];

const byNumber = new Map<string, NumberRule>();
for (const rule of RULES) {
  for (const number of rule.numbers ?? ['']) byNumber.set(`${rule.code} ${number}`, rule);
}

/** What the number alone tells, if anything. */
export function topicOfNumber(
  number: StandardNumber,
): { readonly topic: TopicId; readonly weight: number; readonly family: string } | undefined {
  const code = number.code.replace(/\/[TZ]$/u, '');
  const known = byNumber.get(`${code} ${number.number}`);
  if (known !== undefined) return { ...known, family: `${number.code} ${number.number}` };
  const trade = byNumber.get(`${code} `);
  return trade === undefined ? undefined : { ...trade, family: number.code };
}

/** Letters by which enterprises class their numbers: J technical, G management, Z or GW posts. */
export function bodyOfClass(classCode: string | undefined): 'J' | 'G' | 'Z' | undefined {
  const letter = classCode?.toUpperCase() ?? '';
  if (letter === 'GW' || letter.startsWith('Z')) return 'Z';
  if (letter.startsWith('J')) return 'J';
  return letter.startsWith('G') ? 'G' : undefined;
}
