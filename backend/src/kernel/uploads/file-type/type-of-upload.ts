import { ProblemError } from '../../problems/problem-error';
import type { Storage } from '../../storage/storage';
import type { Upload } from '../receive-upload';
import { FileTypeError, verifiedType } from './content-type';
import type { AllowedType } from './allowed-types';

/**
 * The type of what was uploaded, by its content. What is refused is not staged any more.
 * @throws ProblemError file_empty, file_content_mismatch, file_type_not_allowed
 */
export async function typeOfUpload(
  { staged, fileName }: Upload,
  storage: Storage,
): Promise<AllowedType> {
  try {
    return await verifiedType(staged.path, fileName);
  } catch (error) {
    await storage.discard(staged);
    if (!(error instanceof FileTypeError)) throw error;
    if (error.reason === 'empty_file') throw new ProblemError('file_empty');
    if (error.reason === 'content_mismatch') throw new ProblemError('file_content_mismatch');
    throw new ProblemError('file_type_not_allowed', { allowed: error.allowed.join(', ') });
  }
}
