import type { ReadinessThresholds } from '@liangxing/scheme';
import type { Measured } from '../answer';
import type { ItemFacts } from './facts';
import type { Reason } from './reason';
import type { CheckResult, CheckState } from './check-result';

/** Per cent with one decimal at most, rounded down: 94.96 % must not read as 95 %. */
const percentText = (part: number, whole: number): string =>
  String(Math.floor((part * 1000) / whole) / 10);

function judgedSample(
  sample: NonNullable<Measured['sample']>,
  { partlyFromPercent: partly, metFromPercent: met }: ReadinessThresholds,
): { readonly state: Exclude<CheckState, 'unknown'>; readonly reason: Reason } {
  const { looked, conforming } = sample;
  const reaches = (percent: number): boolean => conforming * 100 >= looked * percent;
  const state = reaches(met) ? 'met' : reaches(partly) ? 'partly' : 'not_met';
  const parameters = { looked, conforming, percent: percentText(conforming, looked), met, partly };
  return { state, reason: { code: `sample_${state}`, parameters } };
}

function proofReason({ files, records }: ItemFacts, months: number): Reason {
  if (files.inTime + records.inTime > 0) {
    const parameters = { months, files: files.inTime, records: records.inTime };
    return { code: 'proof_found', parameters };
  }
  const days = [files.newestOn, records.newestOn].filter((day) => day !== null).sort();
  const newest = days.at(-1);
  return newest === undefined
    ? { code: 'proof_missing', parameters: {} }
    : { code: 'proof_old', parameters: { newest, months } };
}

/**
 * 执行: evidence or a record of the last months and, where it is sampled, the share that conforms. A share below the
 * lower threshold is not met whatever proves it; without proof a good share is not known yet.
 */
export function checkOperation(
  isSampled: boolean,
  thresholds: ReadinessThresholds,
  facts: ItemFacts,
  measured: Measured | undefined,
): CheckResult {
  const proof = proofReason(facts, thresholds.monthsBack);
  const isProven = proof.code === 'proof_found';
  const result = (state: CheckState, ...reasons: readonly Reason[]): CheckResult => ({
    check: 'operation',
    state,
    reasons,
  });
  if (!isSampled) return result(isProven ? 'met' : 'unknown', proof);
  const sample = measured?.sample ?? null;
  if (sample === null || sample.looked === 0)
    return result('unknown', proof, { code: 'sample_missing', parameters: {} });
  const { state, reason } = judgedSample(sample, thresholds);
  return result(isProven || state === 'not_met' ? state : 'unknown', proof, reason);
}
