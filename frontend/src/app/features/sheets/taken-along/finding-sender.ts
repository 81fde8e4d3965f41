import { Injectable, inject } from '@angular/core';
import { Api } from '../../../core/api/api';
import type { FindingDto } from '../../../core/api/generated/openapi';
import { isPassing } from '../../../core/drafts/pauses';
import { type Problem, problemOf } from '../../../core/errors/problem';
import { type OpenedCase } from '../../../core/offline/opened-case';
import { nameOfPhoto } from '../../../core/offline/own-writing';
import { fieldsOf, type KeptFinding, type KeptPhoto } from './kept-finding';

/** Nobody can say whether it was stored: it is asked again, and known by its id. */
const UNKNOWN = 'request_already_received';

/** Whether a failure says that the server does not take it. */
export const isRefusal = ({ status, code }: Problem): boolean =>
  !isPassing(status) && code !== UNKNOWN;

/** Sends findings that were written without a network, and their photos, in the session of their person. */
@Injectable({ providedIn: 'root' })
export class FindingSender {
  private readonly api = inject(Api);

  /** Sent again it is the same one. @throws Problem */
  async add(opened: OpenedCase, { id: findingId, fields }: KeptFinding): Promise<FindingDto> {
    const device = { deviceId: opened.taken.id, findingId };
    const body = { ...fieldsOf(fields), device };
    return this.caught(this.api.post('/cases/{id}/findings', { ...placeOf(opened), body }));
  }

  /** What was changed on the device after it had arrived. @throws Problem */
  async change(opened: OpenedCase, { fields, stored }: KeptFinding): Promise<FindingDto> {
    const { number = 0, version = 0 } = stored ?? {};
    const asked = { ...placeOf(opened), number, ifMatch: version, body: fieldsOf(fields) };
    return this.caught(this.api.put('/cases/{id}/findings/{number}', asked));
  }

  /** Where it may have arrived before, the server is asked first. @throws Problem */
  async photo(opened: OpenedCase, number: number, photo: KeptPhoto): Promise<void> {
    const bytes = await opened.bytes(nameOfPhoto(photo.id));
    // Gone from this machine, and nothing is left to be sent.
    if (bytes === undefined) return;
    if (photo.isTried && (await this.hasArrived(opened, number, bytes))) return;
    const file = new File([bytes], photo.name, { type: photo.mediaType });
    const asked = { ...placeOf(opened), number, form: { file } };
    await this.caught(this.api.post('/cases/{id}/findings/{number}/files', asked));
  }

  private async hasArrived(
    opened: OpenedCase,
    number: number,
    bytes: ArrayBuffer,
  ): Promise<boolean> {
    const all = await this.caught(this.api.get('/cases/{id}/findings', placeOf(opened)));
    const hash = hexOf(await crypto.subtle.digest('SHA-256', bytes));
    const found = all.find((finding) => finding.number === number);
    return found?.files.some(({ sha256 }) => sha256 === hash) ?? false;
  }

  private async caught<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      throw problemOf(error);
    }
  }
}

const placeOf = ({ taken: { organizationId, caseId } }: OpenedCase) => ({
  ...{ organizationId, id: caseId },
});

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
