import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@liangxing/contracts';
import { problemMessage } from '../register/standard-problem-texts';
import {
  CLAIMED_STATUSES,
  NUMBER_KINDS,
  REGISTER_DEGREES,
  REGISTER_KINDS,
  REGISTER_LEVELS,
  REGISTER_STATUSES,
  type ClaimedStatus,
  type NumberKind,
  type RegisterDegree,
  type RegisterKind,
  type RegisterLevel,
  type RegisterStatus,
} from '../register/standard-record';
import type { StandardRow } from '../standards.repository';

class StandardProblemDto {
  @ApiProperty() field!: string;
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

const date = { type: String, format: 'date', nullable: true } as const;

export class StandardDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty() systemCode!: string;
  @ApiProperty({ description: 'As it was typed.' }) number!: string;
  @ApiProperty({ type: String, nullable: true }) normalizedNumber!: string | null;
  @ApiProperty({ enum: NUMBER_KINDS }) numberKind!: NumberKind;
  @ApiProperty({ enum: REGISTER_LEVELS }) level!: RegisterLevel;
  @ApiProperty() title!: string;
  @ApiProperty() englishTitle!: string;
  @ApiProperty(date) issuedOn!: string | null;
  @ApiProperty(date) inForceOn!: string | null;
  @ApiProperty(date) withdrawnOn!: string | null;
  @ApiProperty({ enum: REGISTER_STATUSES }) status!: RegisterStatus;
  @ApiProperty({ enum: CLAIMED_STATUSES, type: String, nullable: true })
  statusClaimed!: ClaimedStatus | null;
  @ApiProperty(date) statusCheckedOn!: string | null;
  @ApiProperty() statusSource!: string;
  @ApiProperty() department!: string;
  @ApiProperty({ enum: REGISTER_KINDS, type: String, nullable: true }) kind!: RegisterKind | null;
  @ApiProperty() adoptedNumber!: string;
  @ApiProperty({ enum: REGISTER_DEGREES, type: String, nullable: true })
  adoptionDegree!: RegisterDegree | null;
  @ApiProperty() replacesNumber!: string;
  @ApiProperty() citedNumbers!: string;
  @ApiProperty({ description: '中国标准文献分类号, J72/J79' }) ccs!: string;
  @ApiProperty({ description: '国际标准分类号, 23.060.01; 25.040' }) ics!: string;
  @ApiProperty() note!: string;
  @ApiProperty() isPlanned!: boolean;
  @ApiProperty({ type: [StandardProblemDto] }) problems!: StandardProblemDto[];
  @ApiProperty({ type: 'integer' }) evidenceCount!: number;
  @ApiProperty({ format: 'date-time' }) updatedAt!: string;
}

const LIKENESSES = ['same', 'other_edition'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export class AlikeStandardDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: LIKENESSES }) likeness!: Likeness;
  @ApiProperty() number!: string;
  @ApiProperty() title!: string;
  @ApiProperty() systemCode!: string;
  @ApiProperty({ enum: REGISTER_STATUSES }) status!: RegisterStatus;
}

class DepartmentCountDto {
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}
export class RegisterFacetsDto {
  @ApiProperty({ type: [DepartmentCountDto], description: 'Largest first.' })
  departments!: DepartmentCountDto[];
  @ApiProperty({ type: 'integer', description: 'Said to be in force without a day of checking.' })
  unchecked!: number;
}

export class StandardsPageDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [StandardDto] }) rows!: StandardDto[];
}

/** Explicit: keys for sorting and searching stay inside. */
export function standardDto(row: StandardRow, language: Language): StandardDto {
  return {
    id: row.id,
    version: row.version,
    position: row.position,
    systemCode: row.systemCode,
    number: row.number,
    normalizedNumber: row.normalizedNumber,
    numberKind: row.numberKind,
    level: row.level,
    title: row.title,
    englishTitle: row.englishTitle,
    issuedOn: row.issuedOn,
    inForceOn: row.inForceOn,
    withdrawnOn: row.withdrawnOn,
    status: row.status,
    statusClaimed: row.statusClaimed,
    statusCheckedOn: row.statusCheckedOn,
    statusSource: row.statusSource,
    department: row.department,
    kind: row.kind,
    adoptedNumber: row.adoptedNumber,
    adoptionDegree: row.adoptionDegree,
    replacesNumber: row.replacesNumber,
    citedNumbers: row.citedNumbers,
    ccs: row.ccs,
    ics: row.ics,
    note: row.note,
    isPlanned: row.isPlanned,
    problems: row.problems.map((problem) => ({
      field: problem.field,
      code: problem.code,
      message: problemMessage(problem, language),
    })),
    evidenceCount: row.evidenceCount,
    updatedAt: row.updatedAt.toISOString(),
  };
}
