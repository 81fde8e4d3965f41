import { SubmissionEntity } from './submission.entity';

/** The tables of this room. */
export const SUBMISSIONS_ENTITIES = [SubmissionEntity];
