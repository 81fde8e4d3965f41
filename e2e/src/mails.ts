import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chinese text travels as base64, other text as quoted-printable. */
function textOf(raw: string): string {
  const [head = '', body = ''] = raw.split('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return body.replaceAll('=\r\n', '').replaceAll('=3D', '=');
}

/** Texts of the mails to an address that the worker has written so far, oldest first. */
export function mailsTo(email: string): readonly string[] {
  const folder = join(process.env['E2E_DATA_DIR'] ?? '', 'outbox');
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((raw) => raw.includes(`To: ${email}`))
    .map(textOf);
}
