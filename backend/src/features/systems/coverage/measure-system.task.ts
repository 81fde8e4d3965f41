import {
  coverage,
  nextBestSteps,
  nodeHoldings,
  rewordedHoldings,
  type Coverage,
  type CoverageStandard,
  EXPECTATIONS,
  type EnterpriseSize,
  type ExpectationResult,
  type Industry,
  type NextStep,
  type NodeHolding,
  type Places,
  type StandardSystem,
  type StepFacts,
} from '@liangxing/system-structure';
import { levelOf, placesOf } from '../system-state';
import { registerOf, type RegisterRow } from './register-row';

/** What a scheme asks of the nodes of a system. */
export interface AskedByScheme {
  /** Items of the scheme by the code of the node that answers them. */
  readonly items: Readonly<Record<string, readonly string[]>>;
  /** Points by item of the scheme; items without points stay unknown. */
  readonly points: Readonly<Record<string, number>>;
}

/** A system, or that there is none yet, and the register it is measured by. */
export interface MeasuredSystem extends AskedByScheme {
  readonly system: StandardSystem | null;
  /** For `placesOf`. */
  readonly places: string;
  /** For `registerOf`. */
  readonly register: string;
  readonly industry: Industry;
  /** null: unknown, everything is expected. */
  readonly size: EnterpriseSize | null;
}

/** Coverage on its way between threads: the library of expectations is in both. */
interface SentCoverage extends Omit<Coverage, 'byExpectation'> {
  readonly byExpectation: readonly (Omit<ExpectationResult, 'expectation'> & {
    /** Its id. */
    readonly expectation: string;
  })[];
}

interface SystemMeasure {
  readonly coverage: SentCoverage | null;
  readonly steps: readonly NextStep[];
  /** What each node holds; empty where there is no system. */
  readonly holdings: readonly NodeHolding[];
}

function listed(row: RegisterRow): CoverageStandard {
  const { level, isOutOfForce } = row;
  return {
    ...row,
    level: level === 'other' ? undefined : levelOf(level),
    isOutdated: isOutOfForce,
  };
}

const lists = new WeakMap<readonly RegisterRow[], readonly CoverageStandard[]>();

/** The same ones for the same rows, so that what is read of their words is found again. */
function standardsOf(rows: readonly RegisterRow[]): readonly CoverageStandard[] {
  const standards = lists.get(rows) ?? rows.map(listed);
  lists.set(rows, standards);
  return standards;
}

/** What a complete system holds against what this one holds, and what to do next. */
export function measureSystem(given: MeasuredSystem): SystemMeasure {
  const { system, industry, size, items, points } = given;
  const standards = standardsOf(registerOf(given.register));
  const places: Places = system === null ? new Map() : placesOf(given.places);
  const found = system === null ? null : coverage(system, places, standards, industry, size);
  const facts = { system, coverage: found, standards, places, ...lookUps({ items, points }) };
  const holdings =
    system === null || found === null ? [] : nodeHoldings(system, places, standards, found);
  return { coverage: found && sent(found), steps: nextBestSteps(facts), holdings };
}

/** Items and points, as `nextBestSteps` looks them up. */
function lookUps({
  items,
  points,
}: AskedByScheme): Required<Pick<StepFacts, 'itemsOf' | 'pointsOf'>> {
  return { itemsOf: (node) => items[node] ?? [], pointsOf: (item) => points[item] };
}

/** A system in which nothing but words has changed since it was measured. */
export interface RewordedSystem {
  readonly system: StandardSystem;
  readonly places: Places;
  readonly register: readonly RegisterRow[];
  readonly coverage: Coverage;
  readonly holdings: readonly NodeHolding[];
}

/** Its next steps and holdings in the words of now; a few milliseconds, where measuring takes tens. */
export function rewordSystem(
  { system, places, register, coverage: found, holdings }: RewordedSystem,
  asked: AskedByScheme,
): Pick<SystemMeasure, 'steps' | 'holdings'> {
  const standards = standardsOf(register);
  const steps = nextBestSteps({ system, coverage: found, standards, places, ...lookUps(asked) });
  return { steps, holdings: rewordedHoldings(holdings, system) };
}

function sent({ byExpectation, ...counts }: Coverage): SentCoverage {
  const ids = byExpectation.map((result) => ({ ...result, expectation: result.expectation.id }));
  return { ...counts, byExpectation: ids };
}

const library = new Map(EXPECTATIONS.map((expectation) => [expectation.id, expectation]));

/** The coverage that `measureSystem` sends. */
export function received({ byExpectation, ...counts }: SentCoverage): Coverage {
  const results = byExpectation.flatMap((result): ExpectationResult[] => {
    const expectation = library.get(result.expectation);
    return expectation === undefined ? [] : [{ ...result, expectation }];
  });
  return { ...counts, byExpectation: results };
}
