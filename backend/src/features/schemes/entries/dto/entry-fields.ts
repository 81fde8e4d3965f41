import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Nullable } from '../../../../kernel';

/** 100,000 points, as a pack may name at most. */
const MOST = 10_000_000;

/** Text that may be empty while the table is entered. */
export const Text = (longest: number, description?: string): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: String, maxLength: longest, ...(description && { description }) }),
    IsString(),
    MaxLength(longest),
  );

/** Hundredths of a point, or null where nobody typed them yet. */
export const IsPoints = (description = 'Hundredths of a point'): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum: 0, maximum: MOST, nullable: true, description }),
    Nullable(),
    IsInt(),
    Min(0),
    Max(MOST),
  );

/** A share with two decimals at most, or null. */
export const IsPercent = (description = 'Percent'): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: Number, minimum: 0, maximum: 100, nullable: true, description }),
    Nullable(),
    IsNumber({ maxDecimalPlaces: 2, allowNaN: false, allowInfinity: false }),
    Min(0),
    Max(100),
  );

export const ShortTexts = (
  most: number,
  longest: number,
  description?: string,
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [String], maxItems: most, ...(description && { description }) }),
    IsArray(),
    ArrayMaxSize(most),
    IsString({ each: true }),
    MaxLength(longest, { each: true }),
  );
