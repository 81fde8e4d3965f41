import { governanceOutlines } from './governance-outlines';
import type { DraftOutline } from './outline';
import { operationOutlines } from './operation-outlines';
import { postOutlines } from './post-outlines';
import { postWorkOutlines } from './post-work-outlines';
import { processOutlines } from './process-outlines';
import { productOutlines } from './product-outlines';
import { standardizationOutlines } from './standardization-outlines';
import { supportOutlines } from './support-outlines';

export type { DraftOutline } from './outline';

/** Outlines of common enterprise standards: technical, management, posts. */
export const DRAFT_OUTLINES: readonly DraftOutline[] = [
  ...productOutlines,
  ...processOutlines,
  ...standardizationOutlines,
  ...governanceOutlines,
  ...operationOutlines,
  ...supportOutlines,
  ...postOutlines,
  ...postWorkOutlines,
];
