import { SEND_PASSWORD_RESET } from './features/accounts';
import type { JobData, JobKind } from './kernel';

/** Every kind of background job; the migration step makes a queue for each. */
export const JOB_KINDS: readonly JobKind<JobData>[] = [SEND_PASSWORD_RESET];
