import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { Optional } from './optional';

function QueryInteger(minimum: number, maximum: number, usual?: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      ...{ type: 'integer', minimum, maximum },
      ...(usual === undefined ? {} : { default: usual }),
    }),
    Optional(),
    Type(() => Number),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );
}

/** Rows of a list that stand before the page; left out: none. */
export const PageOffset = (): PropertyDecorator => QueryInteger(0, 1_000_000, 0);

/** Rows of a page. @param usual as many as without it */
export const PageLimit = (usual = 100, most = 500): PropertyDecorator =>
  QueryInteger(1, most, usual);

/** A calendar year. */
export const QueryYear = (): PropertyDecorator => QueryInteger(1900, 2999);
