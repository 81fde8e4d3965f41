import { HttpClient, HttpContext } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { WITHOUT_REAUTHENTICATION } from '../../core/session/reauthentication';
import type { IssuedDossier } from './verification';

/** What was issued under a code; anyone may ask. */
@Injectable({ providedIn: 'root' })
export class VerificationApi {
  private readonly http = inject(HttpClient);

  /** @throws Problem with status 404 where nothing was issued under the code */
  issued(code: string): Promise<IssuedDossier> {
    const context = new HttpContext().set(WITHOUT_REAUTHENTICATION, true);
    const url = `/api/verifications/${encodeURIComponent(code)}`;
    return firstValueFrom(this.http.get<IssuedDossier>(url, { context }));
  }
}
