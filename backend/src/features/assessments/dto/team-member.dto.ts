import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { Nullable, Optional } from '../../../kernel';

/** Of the team that evaluates its own enterprise. */
export class TeamMemberDto {
  @ApiProperty()
  @IsString()
  @MaxLength(100)
  name!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(100)
  role!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The member whom the name means',
  })
  @Optional()
  @Nullable()
  @IsUUID()
  userId?: string | null;
}
