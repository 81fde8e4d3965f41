import type { WordFieldValues } from '@liangxing/contracts';
import { readFile } from 'node:fs/promises';
import { fieldsOfWord, filledWord, type NamedFields } from './word-fields';
import { readWordPackage } from './word-package';

/** A complete file on the disk of this process. */
interface WordFile {
  readonly path: string;
}

/** @throws WordFileError of whatever is no Word file that can be used */
export async function inspectWordFile({ path }: WordFile): Promise<NamedFields> {
  return fieldsOfWord(await readWordPackage(await readFile(path)));
}

/** The file with its fields filled in; one without fields as it lies there, byte for byte. @throws WordFileError */
export async function fillWordFile({
  path,
  fields,
  values,
}: WordFile &
  Pick<NamedFields, 'fields'> & { readonly values: WordFieldValues }): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return fields.length === 0 ? bytes : filledWord(await readWordPackage(bytes), values);
}
