import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from '../problems/problem-error';
import { correlationIdOf } from './request-facts';

/** Every answer names its correlation id, so that a person can quote it. */
export function correlationHeader(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Correlation-Id', correlationIdOf(request));
  next();
}

/** Parts of a browser that no page of ours uses; also not what might be smuggled into one. */
const unused = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'browsing-topics', 'camera', 'display-capture'],
  ...['encrypted-media', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'local-fonts'],
  ...['magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture'],
  ...['screen-wake-lock', 'serial', 'usb', 'web-share', 'xr-spatial-tracking'],
];
/** Passkeys; no page in a frame of another site reaches them. */
const own = ['publickey-credentials-create', 'publickey-credentials-get'];
const permissionsPolicy = [
  ...unused.map((feature) => `${feature}=()`),
  ...own.map((feature) => `${feature}=(self)`),
].join(', ');

export function permissionsHeader(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Permissions-Policy', permissionsPolicy);
  next();
}

/** What the API answers is for one person and may change at once: no cache keeps it unless a route says otherwise. */
export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** A search of 200 Chinese characters has 1,800 bytes; nothing that a page asks is longer than a few of them. */
const LONGEST_ADDRESS = 6_000;

/** Refuses an address that no page has made, before anything is looked up by it. */
export function boundedAddress(request: Request, _response: Response, next: NextFunction): void {
  if (request.originalUrl.length > LONGEST_ADDRESS) next(new ProblemError('payload_too_large'));
  else next();
}
