/** One row of texts → an entry of the catalogue, or what is wrong with it. */
import {
  parseStandardNumber,
  readClassification,
  standardNumbersIn,
  statusFromWord,
  writtenClassification,
  type Classification,
} from '@liangxing/standard-number';
import { readDate } from '@liangxing/tables';
import { readNumberAndTitle } from '../../standards/pure';
import {
  areImpossible,
  NO_FIGURES,
  type CatalogueClaim,
  type CatalogueFigures,
} from '../catalogue-entry';
import { identityOfText, keysOf, type CatalogueKeys } from '../catalogue-keys';
import type { CatalogueColumn } from './catalogue-head';

interface CatalogueReplacement {
  readonly oldKey: string;
  readonly newKey: string;
  readonly isPartial: boolean;
}

export interface CatalogueRow {
  /** Name of its sheet where several are read. */
  readonly sheet?: string | undefined;
  readonly rowNumber: number;
  readonly keys: CatalogueKeys;
  readonly figures: CatalogueFigures;
  readonly replacements: readonly CatalogueReplacement[];
}

type RowProblemCode =
  | 'number_missing'
  | 'number_unread'
  | 'number_undated'
  | 'date_unread'
  | 'date_impossible'
  | 'date_out_of_range'
  | 'dates_impossible'
  | 'duplicate_row'
  | 'replacement_unread'
  | 'contradicts_catalogue'
  | 'characters_lost';

export interface RowProblem {
  /** Name of its sheet where several are read. */
  readonly sheet?: string | undefined;
  readonly rowNumber: number;
  readonly code: RowProblemCode;
  /** What stands there. */
  readonly text: string;
}

const DATES = ['issuedOn', 'inForceOn', 'withdrawnOn'] as const;
/** What a column of replacements says where there is none. */
const NO_NUMBER = /^(?:[-—–/\s]*|暂?无|没有|未知|首次(?:发布|制定)|新(?:制定|发布)|null|n\/?a)$/i;
/** 被…代替, （部分）, 部分代替 */
const AROUND_NUMBER = [
  /^已?被?(?:全部|部分)?(?:代替|替代|取代)?[:：]?/,
  /[（(](?:全部|部分)?(?:代替|替代|取代)?[）)]$/,
  /(?:全部|部分)?(?:代替|替代|取代)$/,
];
const CLAIMS: readonly string[] = ['upcoming', 'current', 'ending', 'replaced', 'withdrawn'];

/** Identities of the standards that a piece of a replacement column names. */
function keysIn(piece: string): readonly string[] {
  const bare = AROUND_NUMBER.reduce((text, words) => text.replace(words, '').trim(), piece);
  const key = identityOfText(bare);
  return key === null ? standardNumbersIn(piece).map(({ normalized }) => normalized) : [key];
}

export class CatalogueRowReader {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly place: {
      readonly sheet: string | undefined;
      readonly rowNumber: number;
      readonly is1904: boolean;
    },
    private readonly cell: (column: CatalogueColumn) => string,
  ) {}

  /** Null where the row cannot be taken; `problems` then says why. */
  read(): CatalogueRow | null {
    const { number: text, title, isWithdrawn } = this.numberAndTitle();
    const parsed = parseStandardNumber(text);
    const keys = keysOf(parsed);
    if (keys === null) return this.refuse(text === '' ? 'number_missing' : 'number_unread', text);
    if (parsed.kind === 'standard' && parsed.year === undefined)
      return this.refuse('number_undated', text);
    if ([text, title].some((cell) => cell.includes('\ufffd')))
      return this.refuse('characters_lost', `${text} ${title}`);
    const figures = this.figures(keys.isPlan, title, isWithdrawn);
    const replacements = this.replacements(keys.identityKey);
    if (this.problems.length > 0) return null;
    const { sheet, rowNumber } = this.place;
    return { ...(sheet === undefined ? {} : { sheet }), rowNumber, keys, figures, replacements };
  }

  /** A number that stands before its title, or a remark such as （已作废） behind it, is read as it is meant. */
  private numberAndTitle(): { number: string; title: string; isWithdrawn: boolean } {
    const [number, title] = [this.cell('number'), this.cell('title')];
    const meant = readNumberAndTitle(number, title);
    if (meant === undefined || meant.others !== undefined)
      return { number, title, isWithdrawn: false };
    return {
      number: meant.number,
      title: meant.title,
      isWithdrawn: meant.isWithdrawn === true,
    };
  }

  private figures(isPlan: boolean, title: string, isWithdrawn: boolean): CatalogueFigures {
    const dates = DATES.map((column) => [column, this.date(column)] as const);
    const statusWord = this.cell('status') || (isWithdrawn ? '作废' : '');
    const claimed = isPlan ? 'unknown' : statusFromWord(statusWord);
    const figures: CatalogueFigures = {
      ...NO_FIGURES,
      title,
      englishTitle: this.cell('englishTitle'),
      kind: this.cell('kind'),
      ccs: this.codes('ccs'),
      ics: this.codes('ics'),
      ...Object.fromEntries(dates),
      statusClaimed: CLAIMS.includes(claimed) ? (claimed as CatalogueClaim) : null,
      statusWord,
    };
    if (this.problems.length === 0 && areImpossible(figures))
      this.refuse(
        'dates_impossible',
        DATES.map((column) => this.cell(column))
          .filter(Boolean)
          .join(' → '),
      );
    return figures;
  }

  /** What is no code tells nothing; the row is taken all the same. */
  private codes(kind: Classification): string {
    return writtenClassification(kind, readClassification(kind, this.cell(kind)).codes);
  }

  private date(column: (typeof DATES)[number]): string | null {
    const text = this.cell(column);
    const reading = readDate(text, this.place.is1904);
    if (reading.kind === 'date') return reading.day;
    if (reading.kind === 'problem') {
      const { code } = reading;
      const isDay = code === 'date_impossible' || code === 'date_out_of_range';
      this.refuse(isDay ? code : 'date_unread', text);
    }
    return null;
  }

  private replacements(identity: string): CatalogueReplacement[] {
    const relation = this.cell('relation');
    const isReplaced = /^\s*已?被/.test(relation);
    const newer = [
      ...this.numbers(this.cell('replacedBy')),
      ...this.numbers(this.cell('replacedByPartly'), true),
      ...(isReplaced ? this.numbers(relation) : []),
    ].map(({ key, isPartial }) => ({ oldKey: identity, newKey: key, isPartial }));
    const older = [
      ...this.numbers(this.cell('replaces')),
      ...this.numbers(this.cell('replacesPartly'), true),
      // Without a word which replaces which, nothing is told.
      ...(!isReplaced && /代替|替代|取代/.test(relation) ? this.numbers(relation) : []),
    ].map(({ key, isPartial }) => ({ oldKey: key, newKey: identity, isPartial }));
    return [...newer, ...older].filter(({ oldKey, newKey }) => oldKey !== newKey);
  }

  /** `GB/T 1-2020、GB/T 2-2020（部分）`, `代替GB/T 1-2001 GB/T 2-2001`, `首次发布` */
  private numbers(text: string, areAllPartial = false): { key: string; isPartial: boolean }[] {
    return text.split(/[、,，;；\n]+/).flatMap((part) => {
      const piece = part.trim();
      if (NO_NUMBER.test(piece)) return [];
      const isPartial = areAllPartial || /部分/.test(piece);
      const keys = keysIn(piece);
      if (keys.length === 0) this.refuse('replacement_unread', piece);
      return keys.map((key) => ({ key, isPartial }));
    });
  }

  private refuse(code: RowProblemCode, text: string): null {
    const { sheet, rowNumber } = this.place;
    const place = sheet === undefined ? { rowNumber } : { sheet, rowNumber };
    this.problems.push({ ...place, code, text: text.slice(0, 200) });
    return null;
  }
}
