import { type HttpEvent, HttpEventType } from '@angular/common/http';
import { type OperatorFunction, filter, map, pipe } from 'rxjs';
import type { Evidence } from './evidence';

/** An upload on its way (`percent`) or done (`evidence`). */
export type UploadStep =
  | { readonly percent: number; readonly evidence?: undefined }
  | { readonly percent: 100; readonly evidence: Evidence };

/** How far an upload has come: the last percent is the answer. */
export function uploadSteps(): OperatorFunction<HttpEvent<Evidence>, UploadStep> {
  return pipe(
    map((event): UploadStep | null => {
      if (event.type === HttpEventType.UploadProgress) {
        return { percent: Math.floor((99 * event.loaded) / (event.total ?? event.loaded)) };
      }
      if (event.type === HttpEventType.Response && event.body) {
        return { percent: 100, evidence: event.body };
      }
      return null;
    }),
    filter((step) => step !== null),
  );
}
