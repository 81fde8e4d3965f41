import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { Audit, notFound, RequestContext, Storage, TenantDatabase } from '../../kernel';
import { EvidenceRepository } from './evidence.repository';
import { isInlineType } from './file-type/allowed-types';

// encodeURIComponent throws on half a surrogate pair.
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Sends a stored file; the download is in the audit trail before the first byte leaves. */
@Injectable()
export class EvidenceDownload {
  constructor(
    private readonly database: TenantDatabase,
    private readonly evidence: EvidenceRepository,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  async send(
    context: RequestContext,
    id: string,
    revision: number,
    response: Response,
  ): Promise<void> {
    const file = await this.database.transaction(context, async (manager) => {
      const found = await this.evidence.find(manager, context, id);
      const wanted = found?.revisions.find((candidate) => candidate.revision === revision);
      if (wanted === undefined) throw notFound();
      const subject = { type: 'evidence', id };
      const { sha256 } = wanted;
      await this.audit.record(manager, context, 'evidence.downloaded', subject, {
        revision,
        sha256,
      });
      return wanted;
    });
    const content = await this.storage.read(file.storageKey);
    const disposition = isInlineType(file.mediaType) ? 'inline' : 'attachment';
    response.set({
      ...downloadHeaders(file.fileName, file.mediaType, disposition),
      'Content-Length': String(file.size),
      ETag: `"${file.sha256}"`,
    });
    await pipeline(content, response);
  }
}

/**
 * Headers of a file that people gave us: never sniffed, never run. The name goes by RFC 6266: an ASCII form for
 * old readers and the full one in the encoding of RFC 8187 (RFC 5987 before it).
 */
export function downloadHeaders(
  fileName: string,
  mediaType: string,
  disposition: 'inline' | 'attachment',
): Record<string, string> {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.replace(loneSurrogate, '_')).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'Content-Type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Disposition': `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'Cache-Control': 'private, no-store',
  };
}
