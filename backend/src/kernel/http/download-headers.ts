import { downloadFileName } from './file-name';

/** Media type of a Word file. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Headers of a file that people gave us, or that holds their words: never sniffed, never run. The name goes by
 * RFC 6266: an ASCII form for old readers and the full one in the encoding of RFC 8187 (RFC 5987 before it).
 */
export function downloadHeaders(
  wantedName: string,
  mediaType: string,
  disposition: 'inline' | 'attachment',
): Record<string, string> {
  const fileName = downloadFileName(wantedName);
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
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
