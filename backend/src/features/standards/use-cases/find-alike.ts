/** Is this standard registered already, also in another edition? */
import { Injectable } from '@nestjs/common';
import { parseStandardNumber, seriesOf } from '@liangxing/standard-number';
import type { EntityManager } from 'typeorm';
import { organizationDay, ProblemError, RequestContext, TenantDatabase } from '../../../kernel';
import type { AlikeStandardDto } from '../dto/standard.dto';
import { withoutTitleMarks } from '../import/recognition/read-values';
import { deriveFacts } from '../register/derive-facts';
import { EMPTY_RECORD } from '../register/standard-record';
import { tidyLine } from '@liangxing/tables';
import { StandardsRepository } from '../standards.repository';

/** Identity without the edition; null where the text is no number of a standard. */
export function seriesOfNumber(number: string): string | null {
  const parsed = number === '' ? undefined : parseStandardNumber(number);
  return parsed?.kind === 'standard' ? seriesOf(parsed) : null;
}

/** Nobody looks at more of them. */
const MOST_SHOWN = 10;

interface Written {
  readonly number: string;
  readonly title: string;
  /** The standard that is written itself. */
  readonly except?: string | undefined;
}

@Injectable()
export class FindAlike {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
  ) {}

  /** The same standard first, then other editions of it. */
  async execute(context: RequestContext, written: Written): Promise<AlikeStandardDto[]> {
    return this.database.read(context, (manager) => this.find(manager, context, written));
  }

  /** @throws ProblemError standard_exists (409), `current` being the row that is there */
  async refuseSecond(
    manager: EntityManager,
    context: RequestContext,
    written: Written,
  ): Promise<void> {
    const [same] = await this.find(manager, context, written);
    if (same?.likeness !== 'same') return;
    const number = same.number || same.title;
    throw new ProblemError('standard_exists', { number }, { current: same });
  }

  async find(
    manager: EntityManager,
    context: RequestContext,
    { number, title, except }: Written,
  ): Promise<AlikeStandardDto[]> {
    const record = {
      ...EMPTY_RECORD,
      number: tidyLine(number),
      title: withoutTitleMarks(tidyLine(title)),
    };
    if (record.number === '' && record.title === '') return [];
    const { identityKey } = deriveFacts(record);
    const series = seriesOfNumber(record.number);
    const day = organizationDay(new Date());
    const found = await this.standards.alike(manager, context, day, { identityKey, series });
    return found
      .filter((row) => row.id !== except)
      .filter((row) => row.identityKey === identityKey || seriesOfNumber(row.number) === series)
      .slice(0, MOST_SHOWN)
      .map((row) => ({
        id: row.id,
        likeness: row.identityKey === identityKey ? 'same' : 'other_edition',
        number: row.normalizedNumber ?? row.number,
        title: row.title,
        systemCode: row.systemCode,
        status: row.status,
      }));
  }
}
