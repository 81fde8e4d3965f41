import type { Places, SystemOperation } from '@liangxing/system-structure';
import type {
  ChangedSystemDto,
  CoverageDto,
  ExpectationStateDto,
  MovePlanDto,
  MoveRowDto,
  PlaceSuggestionDto,
  PlacedStandardDto,
  StepMeasureDto,
  SuggestedPlacesDto,
  SystemChangeDto,
  SystemDto,
  SystemProgressDto,
  SystemStepDto,
  SystemSummaryDto,
} from '../../core/api/generated/openapi';

export type SystemSummary = SystemSummaryDto;
/** A system as stored. */
export type System = SystemDto;
/** An entry of the register with its places in this system. */
export type PlacedStandard = PlacedStandardDto;
/** A system after a step, and what it tells of coverage and progress. */
export type ChangedSystem = ChangedSystemDto;
export type StepMeasure = StepMeasureDto;
type PlaceBasis = NonNullable<PlacedStandard['basis']>;
export type SystemCoverage = CoverageDto;
export type ExpectationStatus = ExpectationStateDto;
/** Of the primary system; also without one. */
export type SystemProgress = SystemProgressDto;
export type SystemStep = SystemStepDto;
export type SystemChange = SystemChangeDto;
/** An operation as stored in the history; of a placement only how many standards. */
export type LoggedOperation = SystemChange['operations'][number];
export type MovePreview = MovePlanDto;
export type MoveRow = MoveRowDto;
export type PlaceSuggestion = PlaceSuggestionDto;
/** Likely places of the standards that have none, the likeliest first. */
export type SuggestedPlaces = SuggestedPlacesDto;

type Asked = Exclude<SystemOperation, { op: 'insert' | 'codes' }>;
/** What the server is asked to do; a placement may say what it rests upon. */
export type ChangeOperation =
  Asked | (Extract<Asked, { op: 'place' }> & { readonly basis?: PlaceBasis });

export const NO_PLACES: Places = new Map();
