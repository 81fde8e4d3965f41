export const STANDARD_LEVELS = [
  'national',
  'sector',
  'local',
  'group',
  'enterprise',
  'international',
  'foreign',
  'other',
] as const;
export type StandardLevel = (typeof STANDARD_LEVELS)[number];

export const STANDARD_STATUSES = [
  'upcoming',
  'current',
  'replaced',
  'withdrawn',
  'unknown',
] as const;
export type StandardStatus = (typeof STANDARD_STATUSES)[number];

export const STANDARD_KINDS = [
  'basic',
  'method',
  'product',
  'component',
  'material',
  'safety',
  'other',
] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];
