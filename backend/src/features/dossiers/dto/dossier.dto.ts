import { DOSSIER_STATES, type DossierState } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { DossierCheck } from '../check/dossier-check';
import { dossierParts, type DossierPart } from '../check/dossier-parts';
import type { Dossier } from '../dossier';

export class OrderDossierDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  assessmentId!: string;
}

class OrderedByDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** A dossier and where its building is. Points are hundredths. */
export class DossierDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: '1, 2, … for its assessment' })
  number!: number;

  @ApiProperty({ format: 'uuid' })
  assessmentId!: string;

  @ApiProperty({ enum: DOSSIER_STATES })
  state!: DossierState;

  @ApiProperty({ minimum: 0, maximum: 100 })
  progress!: number;

  @ApiProperty({ description: 'What is being done: a word, or the name of a part' })
  step!: string;

  @ApiProperty({ type: String, nullable: true })
  grade!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  basic!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  bonus!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  total!: number | null;

  @ApiProperty({ type: String, nullable: true })
  routeId!: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  isProvisional!: boolean | null;

  @ApiProperty({ type: Number, nullable: true })
  pages!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Bytes' })
  size!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the PDF, lower-case hex' })
  sha256!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the frozen snapshot' })
  snapshotSha256!: string | null;

  @ApiProperty({ example: '7K2M-9Q4T-XB3D-0FHZ' })
  code!: string;

  @ApiProperty({ description: 'Address that the QR code holds' })
  verifyUrl!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it failed, for people' })
  error!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: OrderedByDto })
  createdBy!: OrderedByDto;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  builtAt!: string | null;

  static of(dossier: Dossier, publicUrl: string): DossierDto {
    const { storageKey: _storageKey, createdAt, createdBy, builtAt, ...fields } = dossier;
    return {
      ...fields,
      verifyUrl: `${publicUrl}/verify/${dossier.code}`,
      createdAt: createdAt.toISOString(),
      createdBy: { ...createdBy },
      builtAt: builtAt?.toISOString() ?? null,
    };
  }
}

export class DossierFindingDto {
  @ApiProperty({ example: 'full_marks_without_evidence' })
  code!: string;

  @ApiProperty({ enum: ['error', 'warning'] })
  severity!: 'error' | 'warning';

  @ApiProperty()
  message!: string;

  @ApiProperty({ required: false })
  itemId?: string;

  @ApiProperty({ required: false })
  standardId?: string;

  @ApiProperty({ required: false })
  field?: string;
}

export class DossierPartDto {
  @ApiProperty({ enum: dossierParts })
  part!: DossierPart['part'];

  @ApiProperty({ enum: ['ready', 'incomplete', 'empty'] })
  state!: DossierPart['state'];

  @ApiProperty()
  note!: string;
}

/** What speaks against submission. */
export class DossierCheckDto {
  @ApiProperty({ description: 'An error is among the findings' })
  blocks!: boolean;

  @ApiProperty({ type: [DossierFindingDto], description: 'Errors first' })
  findings!: DossierFindingDto[];

  @ApiProperty({ type: [DossierPartDto] })
  parts!: DossierPartDto[];

  static of({ blocks, findings, parts }: DossierCheck): DossierCheckDto {
    return {
      blocks,
      findings: findings.map(({ params: _params, ...found }) => found),
      parts: parts.map((part) => ({ ...part })),
    };
  }
}

/** What anybody may know of an issued dossier. */
export class VerificationDto {
  @ApiProperty()
  code!: string;

  @ApiProperty({ description: 'Of the issued PDF, lower-case hex' })
  sha256!: string;

  @ApiProperty()
  enterpriseName!: string;

  @ApiProperty({ type: String, nullable: true })
  grade!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Hundredths of a point' })
  total!: number | null;

  @ApiProperty()
  isProvisional!: boolean;

  @ApiProperty({ format: 'date-time' })
  issuedAt!: string;
}
