/** Cases that assessors take along on a device (带出评价): for how many days at most, and how long its name may be. */
export const DEVICE_LIMITS = { days: 7, name: 60 } as const;

/** How a taking along ended: the person gave it back, or the device had to delete it. */
export const DEVICE_ENDS = ['given_back', 'wiped'] as const;

/**
 * Why a device has to delete what it holds: the lead or the director asked for it, it was ended before, its assessor does
 * not score in the team any more, the case takes no answers any more, its time is over.
 */
export const DEVICE_WIPES = ['asked', 'ended', 'not_in_team', 'case_moved', 'over'] as const;
export type DeviceWipe = (typeof DEVICE_WIPES)[number];
