import type { FindingDto, FindingFieldsDto } from '../../../core/api/generated/openapi';
import { Problem } from '../../../core/errors/problem';

/** Why the server did not take something, as it is kept. */
export type Refusal = Pick<Problem, 'code' | 'status' | 'title' | 'detail'>;

/** A photo that waits; its bytes lie behind the lock under `nameOfPhoto`. */
export interface KeptPhoto {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** It was sent, and whether it arrived is not known. */
  readonly isTried: boolean;
  readonly refusal: Refusal | null;
}

/** A finding that was written without a network, until it and its photos have arrived. */
export interface KeptFinding {
  /** By which the server knows it again. */
  readonly id: string;
  readonly writtenAt: string;
  readonly fields: FindingFieldsDto;
  /** Its person is done with it: it may be sent. */
  readonly isWritten: boolean;
  /** It was sent, and whether it arrived is not known. */
  readonly isTried: boolean;
  /** As the server has it; null: not as far as is known. */
  readonly stored: StoredFinding | null;
  readonly photos: readonly KeptPhoto[];
  readonly refusal: Refusal | null;
}

interface StoredFinding {
  readonly number: number;
  readonly version: number;
  readonly fields: FindingFieldsDto;
}

/** What has to be sent next of a finding; `done`: everything arrived; `none`: it waits for its person. */
export type FindingStep =
  | { readonly kind: 'add' | 'change' | 'done' | 'none' }
  | { readonly kind: 'photo'; readonly photo: KeptPhoto };

export type KeptState = 'unwritten' | 'waiting' | 'refused' | 'photos_refused' | 'sent';

/** What the server keeps of a text. */
const tidy = ({ text, requirement, department, ...fields }: FindingFieldsDto) => ({
  ...fields,
  ...{ text: text.trim(), requirement: requirement.trim(), department: department.trim() },
});

export function fieldsOf(finding: FindingFieldsDto): FindingFieldsDto {
  const { severity, itemId, evidenceId, text, requirement, department } = finding;
  return { severity, itemId, evidenceId, text, requirement, department };
}

export const saysSame = (one: FindingFieldsDto, other: FindingFieldsDto): boolean =>
  JSON.stringify(tidy(fieldsOf(one))) === JSON.stringify(tidy(fieldsOf(other)));

/** The finding first, then its photos. */
export function stepOf({ fields, isWritten, stored, photos, refusal }: KeptFinding): FindingStep {
  if (!isWritten || refusal !== null) return { kind: 'none' };
  if (stored === null) return { kind: 'add' };
  if (!saysSame(stored.fields, fields)) return { kind: 'change' };
  const photo = photos.find((one) => one.refusal === null);
  if (photo) return { kind: 'photo', photo };
  return { kind: photos.length === 0 ? 'done' : 'none' };
}

export function stateOf(finding: KeptFinding): KeptState {
  if (!finding.isWritten) return 'unwritten';
  if (finding.refusal !== null) return 'refused';
  const { kind } = stepOf(finding);
  if (kind === 'done') return 'sent';
  return kind === 'none' ? 'photos_refused' : 'waiting';
}

/** What nobody knows the fate of is not taken back: it may have arrived. */
export const mayTakeBack = ({ stored, isTried, refusal }: KeptFinding): boolean =>
  refusal !== null || stored !== null || !isTried;

export function storedAs(finding: KeptFinding, answer: FindingDto): KeptFinding {
  const { number, version } = answer;
  return { ...finding, isTried: false, stored: { number, version, fields: fieldsOf(answer) } };
}

export const refusalOf = ({ code, status, title, detail }: Problem): Refusal => ({
  ...{ code, status, title, detail },
});

export const problemOfRefusal = ({ code, status, title, detail }: Refusal): Problem =>
  new Problem(code, status, title, detail);
