import { Injectable } from '@nestjs/common';
import type { Wording } from '@liangxing/contracts';
import { queryRows, TenantDatabase, type JobContext } from '../../../kernel';
import { SHEETS } from './sheets.sql';
import type { WrittenSheet } from './write-sheets.task';

/** Of one sheet; a workbook of more than that is read by nobody, and the JSON has all. */
const mostRows = 100_000;

/** SQL, since tables of several rooms are read as texts. */
@Injectable()
export class SheetsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** All sheets as one instant shows them. */
  async all(context: JobContext, side: keyof Wording): Promise<WrittenSheet[]> {
    const written: WrittenSheet[] = [];
    await this.database.readOneInstant(context, async (manager) => {
      for (const { name, columns, from } of SHEETS) {
        const texts = columns.map(([, , , text]) => {
          const sql = typeof text === 'function' ? text(side) : text;
          return `coalesce(${sql}, '')`;
        });
        const rows = await queryRows<{ texts: string[] }>(
          manager,
          `SELECT ARRAY[${texts.join(', ')}]::text[] AS texts ${from} LIMIT ${mostRows}`,
          [context.organizationId],
        );
        written.push({
          name: name[side],
          columns: columns.map(([zh, en, width]) => ({ head: side === 'en' ? en : zh, width })),
          rows: rows.map(({ texts: row }) => row),
        });
      }
    });
    return written;
  }
}
