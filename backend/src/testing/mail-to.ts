import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from './test-app';

/** Texts of all mails to an address in the outbox, oldest first. */
export async function mailsTo(app: TestApp, address: string): Promise<string[]> {
  const folder = join(app.config.dataDir, 'outbox');
  const names = (await readdir(folder).catch((): string[] => [])).sort();
  const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return mails.filter((raw) => raw.includes(`To: ${address}\r\n`)).map(textOf);
}

/** Text of the newest mail to an address; empty where there is none. */
export async function mailTo(app: TestApp, address: string): Promise<string> {
  return (await mailsTo(app, address)).at(-1) ?? '';
}

function textOf(raw: string): string {
  const [, body = ''] = raw.split('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(raw)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
