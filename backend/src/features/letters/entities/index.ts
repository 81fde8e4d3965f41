import { LetterEntity } from './letter.entity';

/** The tables of this room. */
export const LETTERS_ENTITIES = [LetterEntity];
