import type { StoredWord } from '../drafts';

/** A form (申请表) of a body, as enterprises are offered it; a Word file with fields is filled in when it is fetched. */
export interface BodyForm extends StoredWord {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
}

/** As the body sees it. */
export interface OwnForm extends BodyForm {
  readonly uploadedByName: string;
  readonly uploadedAt: Date;
}

/** As enterprises see it. */
export interface OfferedForm extends Omit<BodyForm, 'unknownFields'> {
  readonly bodyId: string;
}

/** Of one body. */
export const MOST_FORMS = 20;
