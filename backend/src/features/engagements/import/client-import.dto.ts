import { AREAS, type Area } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { ClientImportEntity } from '../entities/client-import.entity';
import { countsOf } from './client-imports.repository';
import {
  CLIENT_IMPORT_STATES,
  CLIENT_ROW_PROBLEMS,
  CLIENT_ROW_STATES,
  type ClientImportState,
  type ClientRowProblem,
  type ClientRowState,
} from './client-row';

class ClientImportCountsDto {
  @ApiProperty({ type: 'integer' }) problem!: number;
  @ApiProperty({ type: 'integer', description: 'Good, and not confirmed' }) ready!: number;
  @ApiProperty({ type: 'integer', description: 'Confirmed, not yet mailed' }) waiting!: number;
  @ApiProperty({ type: 'integer' }) offered!: number;
  @ApiProperty({ type: 'integer' }) stopped!: number;
}

class ClientImportRowDto {
  @ApiProperty({ type: 'integer', description: 'As the spreadsheet program shows it' })
  rowNumber!: number;
  @ApiProperty({ enum: CLIENT_ROW_STATES }) state!: ClientRowState;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'May be empty' }) creditCode!: string;
  @ApiProperty() email!: string;
  @ApiProperty({ enum: AREAS, isArray: true }) readable!: Area[];
  @ApiProperty({ enum: AREAS, isArray: true }) writable!: Area[];
  @ApiProperty({ description: 'First day; as it stands where it cannot be read' }) from!: string;
  @ApiProperty({ description: 'Last day; as it stands where it cannot be read' }) until!: string;
  @ApiProperty() note!: string;
  @ApiProperty({ type: [String], description: 'Consultants, as they stand' }) people!: string[];
  @ApiProperty({ enum: CLIENT_ROW_PROBLEMS, isArray: true }) problems!: ClientRowProblem[];
}

export class ClientImportSummaryDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: CLIENT_IMPORT_STATES }) state!: ClientImportState;
  @ApiProperty() fileName!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty() createdByName!: string;
  @ApiProperty() counts!: ClientImportCountsDto;
}

export class ClientImportDto extends ClientImportSummaryDto {
  @ApiProperty({ type: [String], description: 'Heads of columns that mean nothing here' })
  ignored!: string[];
  @ApiProperty({
    type: 'integer',
    description: 'Mails that the limits let out now; what is more waits and goes out later',
  })
  mailsLeft!: number;
  @ApiProperty({ type: [ClientImportRowDto] }) rows!: ClientImportRowDto[];
}

export function clientImportSummaryDto(stored: ClientImportEntity): ClientImportSummaryDto {
  const { id, state, fileName, createdByName } = stored;
  const createdAt = stored.createdAt.toISOString();
  return { id, state, fileName, createdAt, createdByName, counts: countsOf(stored.rows) };
}

export function clientImportDto(stored: ClientImportEntity, mailsLeft: number): ClientImportDto {
  const rows = stored.rows.map(({ assigneeIds: _members, ...row }) => ({
    ...row,
    readable: [...row.readable],
    writable: [...row.writable],
    people: [...row.people],
    problems: [...row.problems],
  }));
  return { ...clientImportSummaryDto(stored), ignored: [...stored.ignored], mailsLeft, rows };
}
