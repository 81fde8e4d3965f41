/** Register and change single standards. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  CLASSIFICATIONS,
  isIsoDate,
  readClassification,
  writtenClassification,
} from '@liangxing/standard-number';
import { tidyLine, tidyLines } from '@liangxing/tables';
import {
  Audit,
  changedFields,
  notFound,
  organizationDay,
  RequestContext,
  TenantDatabase,
  validationFailed,
  versionConflict,
} from '../../../kernel';
import { withoutTitleMarks } from '../import/recognition/read-values';
import { standardDto, type StandardDto } from '../dto/standard.dto';
import { newStandardId } from '../register/standard-columns.sql';
import { deriveFacts } from '../register/derive-facts';
import { EMPTY_RECORD, RECORD_FIELDS, type StandardRecord } from '../register/standard-record';
import { StandardsRepository, type StandardRow } from '../standards.repository';
import { FindAlike } from './find-alike';
import { TellRegisterChanged } from './tell-register-changed';

export type StandardChange = {
  readonly [Key in keyof StandardRecord]?: StandardRecord[Key] | undefined;
};

const DATES = ['issuedOn', 'inForceOn', 'withdrawnOn', 'statusCheckedOn'] as const;

/** Codes of classification as they are kept. @throws ProblemError validation_failed where some piece is none */
function classified(change: StandardChange): StandardChange {
  const read = CLASSIFICATIONS.flatMap((path) => {
    const text = change[path];
    return text === undefined ? [] : [{ path, ...readClassification(path, text) }];
  });
  const wrong = read.flatMap(({ path, unread: [piece] }) =>
    piece === undefined
      ? []
      : [{ path, code: `${path}_malformed` as const, parameters: { piece: piece.slice(0, 40) } }],
  );
  if (wrong.length > 0) throw validationFailed(...wrong);
  const kept = read.map(({ path, codes }) => [path, writtenClassification(path, codes)]);
  return { ...change, ...Object.fromEntries(kept) };
}

/** The record with a person's change, tidied as an import tidies it. @throws ProblemError validation_failed */
function changedRecord(before: StandardRecord, change: StandardChange): StandardRecord {
  const told = Object.entries(classified(change)).filter(([, value]) => value !== undefined);
  const tidy = told.map(([key, value]): [string, unknown] => {
    if (typeof value !== 'string') return [key, value];
    if (key === 'note') return [key, tidyLines(value)];
    return [key, key === 'title' ? withoutTitleMarks(tidyLine(value)) : tidyLine(value)];
  });
  const texts = tidy.map(([key, value]): [string, unknown] => {
    const empty = EMPTY_RECORD[key as keyof StandardRecord];
    return [key, value === null && empty !== null ? empty : value];
  });
  const record = { ...before, ...Object.fromEntries(texts) } as StandardRecord;
  const impossible = DATES.filter(
    (field) => record[field] !== null && !isIsoDate(record[field] ?? ''),
  );
  if (impossible.length > 0)
    throw validationFailed(...impossible.map((path) => ({ path, code: 'not_date' })));
  if (record.number === '' && record.title === '')
    throw validationFailed({ path: 'title', code: 'required' });
  return record;
}

/** The kept part of a row. */
export function recordOf(row: StandardRecord): StandardRecord {
  return Object.fromEntries(
    RECORD_FIELDS.map((field) => [field, row[field]]),
  ) as unknown as StandardRecord;
}

@Injectable()
export class RegisterStandard {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly finding: FindAlike,
    private readonly audit: Audit,
    private readonly told: TellRegisterChanged,
  ) {}

  /**
   * @param addsNevertheless a standard may stand in the register twice, as at two places of the system
   * @throws ProblemError standard_exists (409), `current` being the row that is there
   */
  async execute(
    context: RequestContext,
    input: StandardChange,
    addsNevertheless: boolean,
  ): Promise<StandardDto> {
    const record = changedRecord(EMPTY_RECORD, input);
    const id = newStandardId();
    const row = await this.database.transaction(context, async (manager) => {
      await this.standards.takeTurn(manager, context);
      if (!addsNevertheless) await this.finding.refuseSecond(manager, context, record);
      const position = await this.standards.nextPosition(manager, context);
      await this.standards.insert(manager, context, [{ id, position, record }]);
      await this.told.execute(manager, context);
      await this.audit.record(
        manager,
        context,
        'standards.registered',
        { type: 'standard', id },
        { number: record.number },
      );
      return this.standards.find(manager, context, organizationDay(new Date()), id);
    });
    if (row === null) throw notFound();
    return standardDto(row, context.language);
  }
}

@Injectable()
export class ChangeStandard {
  constructor(
    private readonly database: TenantDatabase,
    private readonly standards: StandardsRepository,
    private readonly finding: FindAlike,
    private readonly audit: Audit,
    private readonly told: TellRegisterChanged,
  ) {}

  /**
   * @param command `addsNevertheless`: it may become a second one of the same standard
   * @throws ProblemError version_conflict; standard_exists (409), `current` being the other row
   */
  async execute(
    context: RequestContext,
    command: {
      readonly id: string;
      readonly version: number;
      readonly change: StandardChange;
      readonly addsNevertheless: boolean;
    },
  ): Promise<StandardDto> {
    const { id, version, change, addsNevertheless } = command;
    const day = organizationDay(new Date());
    const row = await this.database.transaction(context, async (manager) => {
      const mayRepeat = change.number !== undefined && !addsNevertheless;
      if (mayRepeat) await this.standards.takeTurn(manager, context);
      const before = await this.current(manager, context, day, id);
      if (before.version !== version) throw versionConflict(standardDto(before, context.language));
      const record = changedRecord(recordOf(before), change);
      const fields = changedFields(recordOf(before), record);
      if (fields.length === 0) return before;
      if (mayRepeat && deriveFacts(record).identityKey !== before.identityKey)
        await this.finding.refuseSecond(manager, context, { ...record, except: id });
      const written = await this.standards.update(manager, context, [{ id, version, record }]);
      const after = await this.current(manager, context, day, id);
      if (!written.has(id)) throw versionConflict(standardDto(after, context.language));
      if (after.identityKey !== before.identityKey) await this.told.execute(manager, context);
      await this.audit.record(
        manager,
        context,
        'standards.changed',
        { type: 'standard', id },
        { fields },
      );
      return after;
    });
    return standardDto(row, context.language);
  }

  private async current(
    manager: EntityManager,
    context: RequestContext,
    day: string,
    id: string,
  ): Promise<StandardRow> {
    const row = await this.standards.find(manager, context, day, id);
    if (row === null) throw notFound();
    return row;
  }
}
