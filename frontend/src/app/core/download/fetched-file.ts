import type { HttpResponse } from '@angular/common/http';
import type { FetchedFile } from './download-states';
import { fileNameOf } from './file-name';

/** The file that an answer brings. @param fallback its name where the answer gives none */
export function fetchedFile({ body, headers }: HttpResponse<Blob>, fallback: string): FetchedFile {
  return {
    content: body ?? new Blob(),
    name: fileNameOf(headers.get('Content-Disposition'), fallback),
  };
}
