/** Number and title as they stand in cells → number and title as they are meant. */
import {
  findStandardNumber,
  LONGEST_TEXT,
  readNumberCell,
  type NumberReading,
} from '@liangxing/standard-number';
import { splitNumberAndTitle, withoutTitleMarks } from './read-values';
import { isLoneCode } from '@liangxing/tables';

export interface NumberAndTitle {
  readonly number: string;
  readonly title: string;
  /** What was done, for the person to look at. */
  readonly notes: readonly {
    readonly field: 'number' | 'title';
    readonly code: string;
    readonly params?: Readonly<Record<string, string>>;
  }[];
  /** What remarks behind the number say. */
  readonly isWithdrawn?: true;
  readonly replaces?: string;
  /** Numbers that stand in the same cell. */
  readonly others?: readonly string[];
}

/** A number with the title behind it. */
const LONGEST_NUMBER_WITH_TITLE = 300;

const isStandard = ({ number }: NumberReading): boolean => number.kind === 'standard';

/** What is said beside a number that was read: notes, 已作废, 代替 …. */
function fromReading(
  reading: NumberReading,
): Pick<NumberAndTitle, 'notes' | 'isWithdrawn' | 'replaces'> {
  const isWithdrawn = reading.remarks.some(
    (remark) => remark.kind === 'status' && remark.isWithdrawn,
  );
  const replaces = reading.remarks.flatMap((remark) =>
    remark.kind === 'replaces' ? remark.numbers.map(({ original }) => original) : [],
  );
  const notes = reading.notes.map(({ message }) => ({
    field: 'number' as const,
    code: 'number_read',
    params: { zh: message['zh-CN'], en: message.en },
  }));
  return {
    notes,
    ...(isWithdrawn ? { isWithdrawn: true as const } : {}),
    ...(replaces.length > 0 ? { replaces: replaces.join('、') } : {}),
  };
}

function fromSeveral(
  readings: readonly NumberReading[],
  title: string,
): NumberAndTitle | undefined {
  const [first, ...others] = readings.filter(isStandard);
  if (first === undefined || others.length === 0) return undefined;
  const rest = others.map(({ number }) => number.original);
  const { notes, ...more } = fromReading(first);
  const number = first.number.original;
  const several = {
    field: 'number' as const,
    code: 'number_of_several',
    params: { number, rest: rest.join('、'), 'rest:en': rest.join(', ') },
  };
  return { number, title, notes: [several, ...notes], ...more, others: rest };
}

/** `DB15/T` and `4192-2025 旱地谷子…`: the figures slipped into the column of titles. */
function fromTornCells(number: string, title: string): NumberAndTitle | undefined {
  if (!isLoneCode(number) || !/^\s*[\d０-９]/.test(title)) return undefined;
  const found = findStandardNumber(`${number} ${title}`);
  if (!found?.isAtBeginning || found.number.year === undefined) return undefined;
  const { original } = found.number;
  const note = { field: 'number' as const, code: 'number_joined', params: { number: original } };
  return { number: original, title: found.title, notes: [note] };
}

function fromNumberWithTitle(text: string, title: string): NumberAndTitle | undefined {
  const parts = splitNumberAndTitle(text);
  if (parts === undefined) return undefined;
  const note = { field: 'number' as const, code: 'number_with_title', params: parts };
  return { number: parts.number, title: title === '' ? parts.title : title, notes: [note] };
}

/** A title that is a number, begins with one or ends with one (`质量管理体系 要求GB/T 19001—2016`). */
function fromTitle(title: string): NumberAndTitle | undefined {
  const split = splitNumberAndTitle(title);
  const found = split === undefined ? findStandardNumber(title) : undefined;
  if (split !== undefined)
    return {
      ...split,
      notes: [{ field: 'title', code: 'number_with_title', params: split }],
    };
  if (found === undefined) return undefined;
  const rest = title.slice(found.end).replace(/[\s）)\]】]/g, '');
  const isWhole = found.isAtBeginning && rest === '';
  if (!isWhole && (found.number.year === undefined || (!found.isAtBeginning && rest !== '')))
    return undefined;
  const parts = { number: found.number.original, title: withoutTitleMarks(found.title) };
  const note = isWhole
    ? { field: 'title' as const, code: 'number_in_title', params: { number: parts.number } }
    : { field: 'title' as const, code: 'number_with_title', params: parts };
  return { ...parts, notes: [note] };
}

/** Undefined where both stand where they belong and nothing is to be said. */
export function readNumberAndTitle(number: string, title: string): NumberAndTitle | undefined {
  if (number === '') return title.length > LONGEST_NUMBER_WITH_TITLE ? undefined : fromTitle(title);
  if (number.length > LONGEST_TEXT) return undefined;
  const readings = readNumberCell(number);
  const [first] = readings;
  if (readings.length === 1 && first !== undefined && isStandard(first)) {
    const said = fromReading(first);
    return said.notes.length > 0 || said.isWithdrawn || said.replaces !== undefined
      ? { number, title, ...said }
      : undefined;
  }
  if (number.length > LONGEST_NUMBER_WITH_TITLE) return fromSeveral(readings, title);
  return (
    fromTornCells(number, title) ??
    fromNumberWithTitle(number, title) ??
    fromSeveral(readings, title)
  );
}
