import { ApiProperty } from '@nestjs/swagger';
import type { StructureTemplateId } from '@liangxing/system-structure';

export class FormAdviceDto {
  @ApiProperty({ enum: ['gb-t-15496-2003', 'gb-t-15496-2017'] })
  templateId!: StructureTemplateId;

  @ApiProperty({ description: "The scheme of the enterprise's profile evaluates this form" })
  isOfScheme!: boolean;

  @ApiProperty({ type: 'integer', description: 'Standards of the register' })
  standards!: number;

  @ApiProperty({ type: 'integer', description: 'Those that their codes place in it at once' })
  placed!: number;
}
