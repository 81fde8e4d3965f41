import type { CaseState, DeviceWipe } from '@liangxing/contracts';
import { isScorer, type TeamMember } from '../plans';

export type DeviceEnd = 'given_back' | 'wiped';

/** A case that somebody took along on a device (带出评价). */
export interface CaseDevice {
  readonly deviceId: string;
  readonly userId: string;
  readonly userName: string;
  readonly deviceName: string;
  readonly takenAt: Date;
  readonly until: Date;
  readonly lastSeenAt: Date;
  readonly wipeAskedAt: Date | null;
  readonly wipeAskedByName: string | null;
  /** Null: as far as is known it is still on the device. */
  readonly endedAt: Date | null;
  readonly endedAs: DeviceEnd | null;
}

/** What decides whether a device keeps what it holds. */
export interface DeviceStanding {
  readonly state: CaseState;
  readonly team: readonly TeamMember[];
  readonly now: Date;
}

/** Why a device has to delete what it holds; null: it may keep it. */
export function wipeReason(
  device: Pick<CaseDevice, 'userId' | 'until' | 'wipeAskedAt' | 'endedAt'>,
  { state, team, now }: DeviceStanding,
): DeviceWipe | null {
  if (device.wipeAskedAt !== null) return 'asked';
  if (device.endedAt !== null) return 'ended';
  if (!isScorer(team, device.userId)) return 'not_in_team';
  if (state !== 'evaluating') return 'case_moved';
  return device.until <= now ? 'over' : null;
}
