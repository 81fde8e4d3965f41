/** Columns of CCS and ICS codes, known by what stands in them. */
import { readClassification, type Classification } from '@liangxing/standard-number';
import { headerKey, share } from '@liangxing/tables';
import type { ImportField } from './import-fields';

/** The least share of a column that has to be codes. */
const MOST = 0.8;
const FEWEST_VALUES = 2;

const areCodes = (kind: Classification, text: string): boolean => {
  const { codes, unread } = readClassification(kind, text);
  return codes.length > 0 && unread.length === 0;
};

/** Letters of 技术、管理 and 作业 (岗位): a column with no others may hold codes of the enterprise's own system. */
const OWN_CODE = /^[JGZ]\d\d$/i;

/** The codes that nearly all of the values are. */
export function classificationIn(values: readonly string[]): Classification | undefined {
  if (values.length < FEWEST_VALUES) return undefined;
  if (share(values, (value) => areCodes('ccs', value)) >= MOST)
    return values.every((value) => OWN_CODE.test(value.trim())) ? undefined : 'ccs';
  // Two digits alone are no sign of anything.
  const isIcs = (value: string): boolean => value.includes('.') && areCodes('ics', value);
  return share(values, isIcs) >= MOST ? 'ics' : undefined;
}

/**
 * What a head leaves open: 分类号 and the like may mean the place in the system as well as a classification, and no
 * head says nothing. Other heads are taken at their word: A01 may be a shelf.
 */
export function mayBeClassification(head: string, field: ImportField | null): boolean {
  const key = headerKey(head);
  if (field === null) return key === '';
  return (
    (field === 'systemCode' || field === 'category') &&
    /分类|类别/.test(key) &&
    !key.includes('体系')
  );
}
