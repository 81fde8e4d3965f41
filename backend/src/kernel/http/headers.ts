import type { NextFunction, Request, Response } from 'express';
import { correlationIdOf } from './request-facts';

/** Every answer names its correlation id, so that a person can quote it. */
export function correlationHeader(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Correlation-Id', correlationIdOf(request));
  next();
}

/** What the API answers is for one person and may change at once: no cache keeps it unless a route says otherwise. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
