import { joinsYearByHyphen } from './read-foreign-number';
import type { Draft } from './reading';
import type { Amendment, StandardNumber } from './standard-number';

type YearForm = 'shown' | 'full';

function amendmentText(amendment: Amendment): string {
  const { type, number, year } = amendment;
  if (type === 'XG') return `/XG${number}${year === undefined ? '' : `-${year}`}`;
  const yearText = year === undefined ? '' : `:${year}`;
  if (type === 'A' || type === 'AC') {
    const sign = amendment.isAlone === true ? '/' : '+';
    return `${sign}${type}${type === 'AC' && number === 0 ? '' : number}${yearText}`;
  }
  return `/${type} ${number}${yearText}`;
}

/** What stands between the code and the serial. */
function serialPrefix(draft: Draft, form: YearForm): string {
  const { classCode, joint = '' } = draft;
  const isMandatoryLocal = draft.family === 'local' && !draft.code.includes('/');
  if (isMandatoryLocal && (draft.code.at(-1) ?? '') <= '9') return '/ ';
  if (classCode === undefined) return joint === '-' || joint === '.' ? joint : ' ';
  const isBlankJoint = joint === '' || joint === ' ';
  const lastOfClass = classCode.at(-1) ?? '';
  const needsBlank = lastOfClass >= '0' && lastOfClass <= '9';
  const shownJoint = isBlankJoint && form === 'full' ? (needsBlank ? ' ' : '') : joint;
  return ` ${classCode}${shownJoint}`;
}

function yearSeparator(draft: Draft): string {
  if (draft.family === 'association') return ':';
  const isForeign = draft.level === 'international' || draft.level === 'foreign';
  return isForeign && !joinsYearByHyphen(draft.code) ? ':' : '-';
}

function partText(draft: Draft, number: string, part: string | undefined): string {
  if (part === undefined) return number;
  const isForeign = draft.level === 'international' || draft.level === 'foreign';
  return `${number}${isForeign ? '-' : '.'}${part}`;
}

function yearPart(draft: Draft, form: YearForm): string {
  if (draft.year === undefined) return '';
  const year = form === 'full' ? String(draft.year) : (draft.yearText ?? String(draft.year));
  const month = draft.month === undefined ? '' : `-${draft.month}`;
  const reapproved = draft.reapprovedYear === undefined ? '' : `(${draft.reapprovedYear})`;
  const epsilon = draft.epsilon === undefined ? '' : `e${draft.epsilon}`;
  return yearSeparator(draft) + year + month + (draft.editionLetter ?? '') + reapproved + epsilon;
}

function adoptionText(draft: Draft): string {
  const { adoption } = draft;
  if (adoption === undefined) return '';
  const number = formatDraft(adoption.number, 'shown');
  if (adoption.form === 'slash') return `/${number}`;
  return adoption.degree === undefined ? ` (${number})` : ` (${number}, ${adoption.degree})`;
}

/** The end of a range: before the year of all, or with a year of its own behind it. */
function rangeText(draft: Draft, form: YearForm): string {
  const { range } = draft;
  if (range === undefined) return '';
  const { year, yearText = '' } = range;
  const shown = form === 'full' ? String(year) : yearText;
  const dated = year === undefined ? '' : yearSeparator(draft) + shown;
  return `~${partText(draft, range.number, range.part)}${dated}`;
}

function formatDraft(draft: Draft, form: YearForm): string {
  const range = rangeText(draft, form);
  const isRangeLast = draft.range?.year !== undefined;
  const serial =
    partText(draft, draft.number, draft.part) + (draft.isFoodSafety === true ? 'S' : '');
  const edition = draft.editionYear === undefined ? '' : `(${draft.editionYear}年版)`;
  const version = draft.version === undefined ? '' : `.${draft.version}`;
  const amendments = (draft.amendments ?? []).map(amendmentText).join('');
  const own =
    draft.code +
    serialPrefix(draft, form) +
    serial +
    (isRangeLast ? '' : range) +
    yearPart(draft, form) +
    (isRangeLast ? range : '') +
    version +
    edition +
    amendments;
  return form === 'full' ? own : own + adoptionText(draft);
}

/** The identity string of a number: full year, no adoption. */
export function identityOf(draft: Draft): string {
  return formatDraft(draft, 'full');
}

/**
 * The number in the form to print: canonical signs and blanks, the year as the document shows it,
 * the house's own blanks inside an enterprise number, the adoption after it.
 * `parseStandardNumber(formatStandardNumber(x))` equals `x` but for `original`.
 */
export function formatStandardNumber(number: StandardNumber | Draft): string {
  return formatDraft(number, 'shown');
}
