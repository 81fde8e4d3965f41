import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { AccountOfName } from '../../../kernel';

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

  @AccountOfName()
  userId?: string | null;
}
