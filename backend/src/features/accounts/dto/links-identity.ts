import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Optional } from '../../../kernel';

/** Of each step of a sign-in: only a page that told of it asks for the link. */
export const LinksIdentity = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: Boolean,
      description: 'Whether an identity of the provider that waits in this browser is linked then',
    }),
    Optional(),
    IsBoolean(),
  );
