import { ERROR_TEXTS, type ErrorCode } from '@liangxing/contracts';
import { ProblemError, type JobFailure } from '../../kernel';

/** A build failed because of an attached file. Of a failed job name and message are kept: the message names the file. */
export class AttachedFileError extends Error {
  override readonly name = 'AttachedFileError';

  /** null: the failure is no attached file's. */
  static of(error: unknown): AttachedFileError | null {
    if (!(error instanceof ProblemError)) return null;
    const { file } = error.parameters;
    return file === undefined
      ? null
      : new AttachedFileError(`${error.code}:${String(file)}`, { cause: error });
  }
}

/** Code and file name of the message of an `AttachedFileError`. */
const attached = /^(\w+):(.+)$/su;

/** What the person reads of a dossier that could not be built; the cause is in the log. */
export function failureText({ name, message }: JobFailure, language: string): string {
  const key = language === 'en' ? 'en' : 'zh';
  const [, code, file] = (name === 'AttachedFileError' && attached.exec(message)) || [];
  if (code !== undefined && file !== undefined && Object.hasOwn(ERROR_TEXTS, code)) {
    const { title, mend } = ERROR_TEXTS[code as ErrorCode];
    const said = key === 'en' ? `${title.en}. ${mend.en}` : `${title.zh}。${mend.zh}`;
    return said.replaceAll('{file}', file);
  }
  const isFull = name === 'StorageFullError';
  if (key === 'en')
    return isFull
      ? 'The store is full. Ask the administrator for more room, then try again.'
      : 'The dossier could not be built. Try again; if it stays, tell the administrator the dossier number.';
  return isFull
    ? '存储空间已满，请联系管理员扩容后再试一次。'
    : '申请材料生成失败，请再试一次；如仍失败，请把材料编号告诉管理员。';
}
