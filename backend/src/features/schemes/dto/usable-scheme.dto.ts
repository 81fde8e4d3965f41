import type { Scheme } from '@liangxing/scheme';
import { ApiProperty } from '@nestjs/swagger';
import type { OwnSchemeVersion } from '../own-schemes.repository';
import { SchemeSummaryDto } from './scheme-summary.dto';

export class SchemePublisherDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** A scheme version that an organization may choose. */
export class UsableSchemeDto extends SchemeSummaryDto {
  @ApiProperty({
    enum: ['shipped', 'own'],
    description: '`own`: entered and published by this organization',
  })
  origin: 'shipped' | 'own';

  @ApiProperty({ type: String, nullable: true, description: 'Name of the uploaded file' })
  fileName: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  publishedAt: string | null;

  @ApiProperty({ type: SchemePublisherDto, nullable: true })
  publishedBy: SchemePublisherDto | null;

  constructor({
    published,
    own,
  }: {
    readonly published: { readonly scheme: Scheme };
    readonly own: OwnSchemeVersion | null;
  }) {
    super(published);
    this.origin = own === null ? 'shipped' : 'own';
    this.fileName = own?.fileName ?? null;
    this.publishedAt = own?.publishedAt.toISOString() ?? null;
    this.publishedBy = own?.publishedBy ?? null;
  }
}
