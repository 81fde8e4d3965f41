import { EXPORT_STATES, type ExportState } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import type { OrganizationExport } from './organization-export';

export class OrganizationExportDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: EXPORT_STATES })
  state: ExportState;

  @ApiProperty({ description: 'Percent' })
  progress: number;

  @ApiProperty({ format: 'date-time' })
  orderedAt: string;

  @ApiProperty()
  orderedByName: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Bytes; null until it is ready' })
  size: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Files of people that it holds' })
  files: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Files that were not in the store; its README names them',
  })
  missing: number | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: string | null;

  static of(found: OrganizationExport): OrganizationExportDto {
    const { id, state, progress, orderedAt, orderedByName, size, files, missing, expiresAt } =
      found;
    return { id, state, progress, orderedAt, orderedByName, size, files, missing, expiresAt };
  }
}
