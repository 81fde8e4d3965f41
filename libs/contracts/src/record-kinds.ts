import { laws, plans, trainings } from './planning-records';
import {
  appointments,
  declarations,
  implementations,
  inspections,
  meetings,
} from './working-records';

/** Every list in the order in which the work is done. */
export const RECORD_KINDS = {
  appointments,
  meetings,
  laws,
  plans,
  trainings,
  implementations,
  inspections,
  declarations,
} as const;
