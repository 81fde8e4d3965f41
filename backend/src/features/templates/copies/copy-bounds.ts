import { MOST_COPIED_FILES, MOST_COPIED_ROWS, type Wording } from '@liangxing/contracts';
import { validationFailed } from '../../../kernel';
import type { Template } from '../template';
import { numbersIn } from '../template-files.repository';

/** @throws ProblemError validation_failed where more rows or Word files were written than one request may */
export function requireBounds({ kind, entries, content, files }: Template, clients: number): void {
  const rows = kind === 'drafts' || kind === 'actions' ? entries : 0;
  requireFew(rows, clients, { most: MOST_COPIED_ROWS, wording: TOO_MANY });
  const named = numbersIn(content).size;
  requireFew(Math.min(named, files.length), clients, {
    most: MOST_COPIED_FILES,
    wording: TOO_MANY_FILES,
  });
}

function requireFew(
  rows: number,
  clients: number,
  { most, wording }: { readonly most: number; readonly wording: Wording },
): void {
  if (rows * clients <= most) return;
  const parameters = { rows, most: Math.floor(most / rows) };
  throw validationFailed({ path: 'clients', code: 'too_many_copies', parameters, wording });
}

const TOO_MANY = {
  zh: '模板有 {rows} 行，一次最多复制给 {most} 家客户，请分几次复制',
  en: 'The template has {rows} rows: choose at most {most} clients at a time',
};
const TOO_MANY_FILES = {
  zh: '模板有 {rows} 个 Word 文件，一次最多复制给 {most} 家客户，请分几次复制',
  en: 'The template has {rows} Word files: choose at most {most} clients at a time',
};
