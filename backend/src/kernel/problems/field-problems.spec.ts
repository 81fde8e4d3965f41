import 'reflect-metadata';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nested, NestedList } from '../http/nested';
import { validationPipe } from '../http/validation.pipe';
import type { ProblemError } from './problem-error';

class Part {
  @IsString() @MaxLength(3) text!: string;
}

class Whole {
  @IsString() @MaxLength(3) name!: string;
  @IsInt() @Min(1) @Max(9) count!: number;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(2) @IsString({ each: true }) words!: string[];
  @Nested(() => Part) part!: Part;
  @ArrayMaxSize(2) @NestedList(() => Part) parts!: Part[];
}

const right = {
  name: 'a',
  count: 1,
  words: ['b'],
  part: { text: 'c' },
  parts: [{ text: 'd' }],
};

async function told(body: object): Promise<unknown> {
  try {
    await validationPipe().transform(body, { type: 'body', metatype: Whole });
    return [];
  } catch (error) {
    return (error as ProblemError).extras.errors;
  }
}

describe('the faults of a request', () => {
  it('are none of one that is right', async () => {
    expect(await told(right)).toEqual([]);
  });

  it('are told once for each field that is missing', async () => {
    expect(await told({})).toEqual(
      ['name', 'count', 'words', 'part', 'parts'].map((path) => ({ path, code: 'required' })),
    );
  });

  it.each([
    ['null for a text', { name: null }, { path: 'name', code: 'not_text' }],
    ['a figure for a text', { name: 12345 }, { path: 'name', code: 'not_text' }],
    ['a long text', { name: 'abcd' }, { path: 'name', code: 'too_long', parameters: { n: 3 } }],
    ['a text for a figure', { count: '4' }, { path: 'count', code: 'not_integer' }],
    ['a broken figure beyond bounds', { count: 99.5 }, { path: 'count', code: 'not_integer' }],
    ['a large figure', { count: 99 }, { path: 'count', code: 'too_large', parameters: { n: 9 } }],
    ['an object for a list', { words: {} }, { path: 'words', code: 'not_list' }],
    ['an empty list', { words: [] }, { path: 'words', code: 'too_few', parameters: { n: 1 } }],
    ['null for an object', { part: null }, { path: 'part', code: 'required' }],
    ['a field missing within', { part: {} }, { path: 'part.text', code: 'required' }],
    ['an entry that is none', { parts: [null] }, { path: 'parts', code: 'not_object' }],
    ['a fault of an entry', { parts: [{ text: 5 }] }, { path: 'parts.0.text', code: 'not_text' }],
    ['what nobody knows', { other: undefined }, { path: 'other', code: 'unknown_field' }],
  ])('name %s by the one thing to mend first', async (_, wrong, problem) => {
    expect(await told({ ...right, ...wrong })).toEqual([problem]);
  });
});
