import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { raw, type RequestHandler, type Request, type Response } from 'express';
import { accessOf } from '../access/access';
import { ProblemError } from '../problems/problem-error';
import { boundsOf, isWithinBounds, type BodyBounds } from './body-bounds';

/**
 * Reads the JSON body, after everything that a request is refused for without one: unknown route, no session, no
 * permission. It stands before limits that count by what a body says, and before every validator. No compressed
 * bodies: a browser sends none, and they would hide how much there is.
 */
@Injectable()
export class JsonBodyGuard implements CanActivate {
  private readonly readers = new Map<number, RequestHandler>();

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const http = execution.switchToHttp();
    const request = http.getRequest<Request>();
    if (!hasBody(request) || isMultipart(request)) return true;
    if (!isJson(request)) throw new ProblemError('unsupported_media_type');
    const bounds = boundsOf(execution.getHandler(), accessOf(execution) === 'public');
    const bytes = await this.read(request, http.getResponse<Response>(), bounds.bytes);
    request.body = bytes.length === 0 ? undefined : parsed(bytes, bounds);
    return true;
  }

  private async read(request: Request, response: Response, limit: number): Promise<Buffer> {
    let reader = this.readers.get(limit);
    if (reader === undefined) {
      reader = raw({ limit, inflate: false, type: () => true });
      this.readers.set(limit, reader);
    }
    const read = reader;
    await new Promise<void>((resolve, reject) => {
      void read(request, response, (error?: unknown) => {
        if (error === undefined) resolve();
        else reject(error as Error);
      });
    });
    const body: unknown = request.body;
    return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  }
}

/** @throws ProblemError payload_too_large beyond the bounds, malformed_request for what is no JSON object or list */
function parsed(bytes: Buffer, bounds: BodyBounds): object {
  if (!isWithinBounds(bytes, bounds)) throw new ProblemError('payload_too_large');
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ProblemError('malformed_request', {}, { cause });
  }
  if (typeof body !== 'object' || body === null) throw new ProblemError('malformed_request');
  return body;
}

function hasBody({ method, headers }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The receivers of uploads read the stream themselves. */
function isMultipart({ headers }: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '');
}

/** JSON is UTF-8 (RFC 8259, 8.1). */
function isJson({ headers }: Request): boolean {
  return /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(headers['content-type'] ?? '');
}
