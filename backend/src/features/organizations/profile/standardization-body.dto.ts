import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { AccountOfName, IsDay, Nullable } from '../../../kernel';

export class StandardizationPersonDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  name: string;

  @AccountOfName()
  userId?: string | null;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  post: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  qualification: string;
}

export class DepartmentDto {
  @ApiProperty({ maxLength: 50 })
  @IsString()
  @MaxLength(50)
  code: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  name: string;

  @ApiProperty({ maxLength: 2000 })
  @IsString()
  @MaxLength(2000)
  duty: string;
}

export class AppointmentDocumentDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  number: string;

  @ApiProperty({ maxLength: 300 })
  @IsString()
  @MaxLength(300)
  title: string;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  @Nullable()
  @IsDay()
  date: string | null;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  signedBy: string;

  @AccountOfName()
  signedByUserId?: string | null;
}
