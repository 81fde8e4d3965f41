import { CERTIFICATE_LIMITS } from '@liangxing/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsDay, IsWritten, PageLimit, PageOffset } from '../../../kernel';
import type { Complaint } from '../certificate';

const { name: longestName, about: longestAbout, text: longestText } = CERTIFICATE_LIMITS;

export class ComplaintsQueryDto {
  @PageOffset() offset?: number;

  @PageLimit(50, 100) limit?: number;
}

export class RecordComplaintDto {
  @ApiProperty({ format: 'date' })
  @IsDay()
  receivedOn!: string;

  @ApiProperty({ maxLength: longestName, description: 'Who complains' })
  @IsString()
  @IsWritten()
  @MaxLength(longestName)
  fromName!: string;

  @ApiProperty({ maxLength: longestAbout, description: 'About whom or what' })
  @IsString()
  @IsWritten()
  @MaxLength(longestAbout)
  about!: string;

  @ApiProperty({ maxLength: longestText })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  text!: string;
}

export class AnswerComplaintDto {
  @ApiProperty({ maxLength: longestText })
  @IsString()
  @IsWritten()
  @MaxLength(longestText)
  answer!: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  answeredOn!: string;
}

export class ComplaintDto extends RecordComplaintDto {
  @ApiProperty({ format: 'uuid' }) id!: string;

  @ApiProperty({ minimum: 1 }) version!: number;

  @ApiProperty() recordedByName!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Null: it waits' })
  answeredOn!: string | null;

  @ApiProperty() answer!: string;

  @ApiProperty() answeredByName!: string;
}

export function complaintDto(complaint: Complaint): ComplaintDto {
  const { id, version, receivedOn, fromName, about, text, recordedByName } = complaint;
  const { answeredOn, answer, answeredByName } = complaint;
  return {
    ...{ id, version, receivedOn, fromName, about, text, recordedByName },
    ...{ answeredOn, answer, answeredByName },
  };
}
