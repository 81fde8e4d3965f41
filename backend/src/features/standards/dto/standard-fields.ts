/** Decorators of a standard's fields, wherever a request may name them. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { STANDARD_TEXT_LIMITS, type StandardText } from '@liangxing/contracts';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay, Nullable, Optional } from '../../../kernel';

export const Text =
  (limit: number): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ApiPropertyOptional({ maxLength: limit }),
      Optional(),
      IsString(),
      MaxLength(limit),
    ])
      decorate(target, key);
  };
export const LimitedText = (field: StandardText): PropertyDecorator =>
  Text(STANDARD_TEXT_LIMITS[field]);
export const Day = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    ApiPropertyOptional({ type: String, format: 'date', nullable: true }),
    Optional(),
    Nullable(),
    IsDay(),
  ])
    decorate(target, key);
};
export const OneOf =
  (choices: readonly string[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [
      ApiPropertyOptional({ enum: choices, type: String, nullable: true }),
      Optional(),
      Nullable(),
      IsIn(choices),
    ])
      decorate(target, key);
  };
