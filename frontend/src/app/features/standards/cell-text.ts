import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { printedNumber } from '@liangxing/standard-number';
import type { ColumnKey, GridColumn } from './grid-columns';
import {
  ADOPTION_DEGREES,
  type ClaimedStatus,
  STANDARD_KINDS,
  STANDARD_STATUSES,
  type Standard,
  type StandardChange,
  type StandardProblem,
  claimOf,
} from './standard';

/** Choices of a column, with the place of their words. */
const CHOICES: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  status: STANDARD_STATUSES.filter((status) => status !== 'unknown'),
  kind: STANDARD_KINDS,
  adoptionDegree: ADOPTION_DEGREES,
};
const WORDS: Readonly<Partial<Record<ColumnKey, string>>> = {
  level: 'levels',
  status: 'statuses',
  kind: 'kinds',
};

/** What stands in the cells of the register: words for people, values for editors. */
@Injectable({ providedIn: 'root' })
export class CellText {
  private readonly transloco = inject(TranslocoService);

  translate(key: string, parameters: Record<string, unknown> = {}): string {
    return this.transloco.translate(key, parameters);
  }

  /** A number as it is printed; the editor shows it as it was typed. */
  shownOf(row: Standard, { key }: GridColumn): string {
    if (key === 'number') return printedNumber(row.number);
    if (key === 'problems') return row.problems.map((one) => this.flaw(one)).join(this.parting());
    if (key === 'isPlanned') return row.isPlanned ? this.translate('standards.planned') : '';
    const value = key === 'position' ? String(row.position) : (row[key] ?? '');
    return this.word(key, value);
  }

  /** What a pointer that rests on a cell is told: everything. */
  wholeOf(row: Standard, column: GridColumn): string {
    if (column.key !== 'problems') return this.shownOf(row, column);
    return row.problems.map(({ message }) => message).join(this.parting());
  }

  /** What an editor of the cell begins with. */
  editedOf(row: Standard, { key }: GridColumn): string {
    if (key === 'status') return row.statusClaimed ?? '';
    if (key === 'problems' || key === 'position' || key === 'isPlanned') return '';
    return row[key] ?? '';
  }

  changeOf({ key, edit }: GridColumn, text: string): StandardChange {
    if (key === 'status') return claimOf(text === '' ? null : (text as ClaimedStatus));
    return { [key]: edit !== 'text' && text === '' ? null : text };
  }

  choicesOf({ key }: GridColumn): readonly string[] {
    return CHOICES[key] ?? [];
  }

  word(key: ColumnKey, value: string): string {
    const place = WORDS[key];
    return place && value !== '' ? this.translate(`standards.${place}.${value}`) : value;
  }

  tooLong(key: string, problem: { readonly limit: number; readonly length: number }): string {
    return this.translate('standards.tooLong', {
      field: this.translate(`standards.columns.${key}`),
      ...problem,
    });
  }

  private parting(): string {
    return this.translate('parting.clauses');
  }

  /** In a few characters, for a narrow column. */
  private flaw({ code, message }: StandardProblem): string {
    const key = `standards.flaws.${code}`;
    const short = this.translate(key);
    return short === key ? message : short;
  }
}
