import { ApiProperty } from '@nestjs/swagger';
import 'reflect-metadata';
import { Answered } from './optional';

class AskedDto {
  @ApiProperty({ type: [String], required: false, default: [] })
  names: string[] = [];

  @ApiProperty({ type: String, format: 'date', nullable: true, required: false })
  on: string | null = null;
}

class AnsweredDto extends Answered(AskedDto) {}

const told = (dto: { readonly prototype: object }, name: string): unknown =>
  Reflect.getMetadata('swagger/apiModelProperties', dto.prototype, name);

describe('a DTO as it is answered', () => {
  it('says of every field that it is there, and else what the request says', () => {
    expect(told(AnsweredDto, 'names')).toMatchObject({
      type: String,
      isArray: true,
      required: true,
    });
    expect(told(AnsweredDto, 'on')).toMatchObject({
      format: 'date',
      nullable: true,
      required: true,
    });
  });

  it('leaves the request as it was', () => {
    expect(told(AskedDto, 'on')).toMatchObject({ required: false });
  });
});
