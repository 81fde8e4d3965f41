import 'reflect-metadata';
import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import type { ProblemError } from '../problems/problem-error';
import { Nested, NestedList } from './nested';
import { Nullable, Optional, PartialOf } from './optional';
import { validationPipe } from './validation.pipe';

class Part {
  @IsString() text!: string;
}

class Whole {
  @ApiProperty() @IsString() name!: string;
  @ApiProperty() @Nullable() @IsString() note!: string | null;
  @ApiProperty() @Optional() @IsString() code?: string;
  @ApiProperty() @Optional() @Nullable() @IsString() day?: string | null;
  @ApiProperty() @Nested(() => Part) part!: Part;
  @ApiProperty() @NestedList(() => Part) parts!: Part[];
}
class Change extends PartialOf(Whole) {}

const pipe = validationPipe();
const whole = { name: 'a', note: null, part: { text: 'b' }, parts: [{ text: 'c' }] };

async function problems(body: unknown, metatype: new () => object = Whole): Promise<string[]> {
  try {
    await pipe.transform(body, { type: 'body', metatype });
    return [];
  } catch (error) {
    const { errors } = (error as ProblemError).extras;
    return (errors ?? []).map(({ path, code }) => `${path} ${code}`);
  }
}

describe('fields of a DTO', () => {
  it('pass as they are meant', async () => {
    expect(await problems(whole)).toEqual([]);
    expect(await problems({ ...whole, note: 'n', code: 'c', day: null, parts: [] })).toEqual([]);
    expect(await problems({}, Change)).toEqual([]);
    expect(await problems({ note: null, day: null }, Change)).toEqual([]);
  });

  it.each([
    ['null for what may only be left out', { ...whole, code: null }, 'code not_text'],
    ['null for a text', { ...whole, name: null }, 'name not_text'],
    ['nothing for what may only be null', { ...whole, note: undefined }, 'note required'],
    ['a list for an object', { ...whole, part: [] }, 'part not_object'],
    ['a list of lists for an object', { ...whole, part: [[]] }, 'part not_object'],
    ['a text for an object', { ...whole, part: 'x' }, 'part not_object'],
    ['lists for the entries', { ...whole, parts: [[]] }, 'parts not_object'],
    ['null for an entry', { ...whole, parts: [null] }, 'parts not_object'],
    ['an object for the list', { ...whole, parts: {} }, 'parts not_list'],
    ['null for the list', { ...whole, parts: null }, 'parts not_list'],
    ['nothing for the object', { ...whole, part: undefined }, 'part required'],
    ['null for the object', { ...whole, part: null }, 'part required'],
    ['an object without its fields', { ...whole, part: {} }, 'part.text required'],
    ['a list for everything', [whole], ' not_object'],
  ])('refuse %s', async (_, body, problem) => {
    expect(await problems(body)).toContain(problem);
  });

  it.each([
    ['null for a text', { name: null }, 'name not_text'],
    ['null for an object', { part: null }, 'part required'],
    ['lists for the entries', { parts: [[]] }, 'parts not_object'],
  ])('refuse %s in a change too', async (_, body, problem) => {
    expect(await problems(body, Change)).toContain(problem);
  });
});
