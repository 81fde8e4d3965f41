import type { DeviceWipe } from '@liangxing/contracts';

/** What was typed and waits, in one sealed entry. */
export const DRAFTS = 'drafts';
const PHOTO = 'photo-';

export const nameOfPhoto = (id: string): string => PHOTO + id;

/** Whether a sealed entry is what the person wrote or took, and nothing that the enterprise handed in. */
export const isOwnWriting = (name: string): boolean => name === DRAFTS || name.startsWith(PHOTO);

/** Why a case takes nothing of this machine any more, while what the person wrote for it stays here to be read. */
export type LeftReason = 'case_moved' | 'not_in_team' | 'over';

/**
 * Whoever asks for a deletion means all of it. A case that moved on, and a person who left its team, end the taking
 * along: what was not sent is the only copy of what somebody saw, and stays.
 */
export const leavesWriting = (reason: DeviceWipe | 'no_member'): reason is LeftReason =>
  reason === 'case_moved' || reason === 'not_in_team';
