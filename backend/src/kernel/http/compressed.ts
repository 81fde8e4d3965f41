import compression from 'compression';
import type { RequestHandler } from 'express';
import { constants } from 'node:zlib';

/** Short answers gain nothing on the wire and cost the server more than the rest of the request. */
const threshold = 8 * 1024;

const files = compression({ threshold });

/** Of a large answer in JSON half the time of the usual level, for a quarter more on the wire. */
const answers = compression({
  threshold,
  level: 3,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
});

/** Only what is text and worth it; what a proxy then passes on is not compressed again. */
export const compressed: RequestHandler = (request, response, next) =>
  (request.path.startsWith('/api/') ? answers : files)(request, response, next);
