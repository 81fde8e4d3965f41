import type { Language } from '@liangxing/contracts';
import type { Request } from 'express';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestContext } from '../access/request-context';

/** What the kernel keeps on a request. */
export interface KernelRequest extends Request {
  context?: RequestContext;
  correlationId?: string;
}

const correlationPattern = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's correlation id when it is a harmless one, else a new one; the same for the whole request. */
export function correlationIdOf(request: IncomingMessage): string {
  const kept = request as { correlationId?: string };
  if (kept.correlationId === undefined) {
    const given = request.headers['x-correlation-id'];
    kept.correlationId =
      typeof given === 'string' && correlationPattern.test(given) ? given : randomUUID();
  }
  return kept.correlationId;
}

/** The signed-in person's language, else the first that the browser asks for, else Chinese. */
export function languageOf(request: IncomingMessage): Language {
  const { context } = request as KernelRequest;
  const asked = request.headers['accept-language'];
  if (asked === undefined) return context?.language ?? 'zh-CN';
  const first = asked.split(',', 1)[0]?.trim().toLowerCase() ?? '';
  if (first.startsWith('en')) return 'en';
  return first.startsWith('zh') ? 'zh-CN' : (context?.language ?? 'zh-CN');
}

/** Path without query; secrets that are part of a path are left out of answers and logs. */
export function publicPath(request: { originalUrl?: string; url?: string | undefined }): string {
  const path = (request.originalUrl ?? request.url ?? '').split('?', 1)[0] ?? '';
  return path.replace(
    /\/(password-resets|invitations|email-confirmations|email-changes)\/[^/]+/,
    '/$1/…',
  );
}
