import type { FindingDto } from '../../../core/api/generated/openapi';

/** What came from a device: numbers of findings, and how many photos they have. */
interface Received {
  readonly numbers: readonly number[];
  readonly photos: number;
}

/** By the device on which each was written without a network; what was written with one is left out. */
export function receivedFrom(
  findings: readonly Pick<FindingDto, 'number' | 'deviceId' | 'files'>[],
): ReadonlyMap<string, Received> {
  const all = new Map<string, Received>();
  for (const { number, deviceId, files } of findings) {
    if (deviceId === null) continue;
    const { numbers, photos } = all.get(deviceId) ?? { numbers: [], photos: 0 };
    all.set(deviceId, { numbers: [...numbers, number], photos: photos + files.length });
  }
  return all;
}
