import { dayOfChina } from '../../core/i18n/day-of-china';
import type {
  AlikeStandardDto,
  BinPageDto,
  RegisterFacetsDto,
  SelectionDto,
  SharedChangeDto,
  StandardDto,
  WrittenStandardDto,
} from '../../core/api/generated/openapi';

/** A row of the register as the server gives it; level, status and problems are derived there. */
export type Standard = StandardDto;
export type StandardProblem = Standard['problems'][number];
type StandardLevel = Standard['level'];
type StandardStatus = Standard['status'];
export type ClaimedStatus = NonNullable<Standard['statusClaimed']>;
type StandardKind = NonNullable<Standard['kind']>;
type AdoptionDegree = NonNullable<Standard['adoptionDegree']>;
/** What a person writes about a standard; what is left out stays as it is. */
export type StandardChange = WrittenStandardDto;
/** What stands in the fields of a row that a person fills in. */
export type StandardFields = Pick<Standard, Exclude<keyof StandardChange, 'addsNevertheless'>>;
/** What a change of many standards may write. */
export type SharedChange = SharedChangeDto;
/** What the register can be narrowed to. */
export type RegisterFacets = RegisterFacetsDto;
/** The same standard as it is registered already. */
export type AlikeStandard = AlikeStandardDto;
/** Standards by id, or all that a filter finds, with their number as it was shown. */
export type Selection = SelectionDto;
export type BinPage = BinPageDto;

export const STANDARD_LEVELS: readonly StandardLevel[] = [
  'national',
  'sector',
  'local',
  'group',
  'enterprise',
  'international',
  'foreign',
  'other',
];

export const STANDARD_STATUSES: readonly StandardStatus[] = [
  'upcoming',
  'current',
  'replaced',
  'withdrawn',
  'unknown',
];

export const STANDARD_KINDS: readonly StandardKind[] = [
  'basic',
  'method',
  'product',
  'component',
  'material',
  'safety',
  'other',
];

export const ADOPTION_DEGREES: readonly AdoptionDegree[] = ['IDT', 'MOD', 'NEQ'];

/** A status is only believed with the day on which it was looked up: today, in China. */
export function claimOf(statusClaimed: ClaimedStatus | null): SharedChange {
  const today = dayOfChina(new Date());
  return { statusClaimed, statusCheckedOn: statusClaimed ? today : null };
}

export type StandardSort =
  | 'position'
  | 'systemCode'
  | 'number'
  | 'title'
  | 'issuedOn'
  | 'inForceOn'
  | 'department'
  | 'updatedAt';

export interface StandardQuery {
  readonly q: string;
  readonly level: StandardLevel | '';
  readonly status: StandardStatus | '';
  readonly systemCode: string;
  readonly department: string;
  /** `department`: rows where none is named. */
  readonly missing: 'department' | '';
  readonly problem: string;
  readonly sort: StandardSort;
}

export const EVERY_STANDARD: StandardQuery = {
  q: '',
  level: '',
  status: '',
  systemCode: '',
  department: '',
  missing: '',
  problem: '',
  sort: 'position',
};
