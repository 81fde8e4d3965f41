import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, firstValueFrom } from 'rxjs';
import { CurrentOrganization } from '../../../core/session/current-organization';
import type { DraftState } from '@liangxing/contracts';
import type {
  AskedDraft,
  Draft,
  DraftContent,
  DraftKind,
  DraftOutline,
  Numbering,
  StepInput,
} from './draft';

/** The server's side of own standards. Failures are `Problem`s; `version` is sent as If-Match. */
@Injectable({ providedIn: 'root' })
export class DraftsApi {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(CurrentOrganization);

  outlines(): Promise<readonly DraftOutline[]> {
    return one(this.http.get<DraftOutline[]>(this.url('draft-outlines')));
  }

  list(): Promise<readonly Draft[]> {
    return one(this.http.get<Draft[]>(this.url('drafts')));
  }

  get(id: string): Promise<Draft> {
    return one(this.http.get<Draft>(this.url(`drafts/${id}`)));
  }

  start(content: DraftContent): Promise<Draft> {
    return one(this.http.post<Draft>(this.url('drafts'), content));
  }

  startSeveral(drafts: readonly AskedDraft[], isNumbered: boolean): Promise<readonly Draft[]> {
    return one(this.http.post<Draft[]>(this.url('draft-batches'), { drafts, isNumbered }));
  }

  moveSeveral(drafts: readonly Draft[], step: StepInput): Promise<readonly Draft[]> {
    const versions = drafts.map(({ id, version }) => ({ id, version }));
    const body = { ...step, drafts: versions };
    return one(this.http.post<Draft[]>(this.url('draft-batches/steps'), body));
  }

  change({ id, version }: Draft, changes: Partial<DraftContent>): Promise<Draft> {
    const options = ifMatch(version);
    return one(this.http.patch<Draft>(this.url(`drafts/${id}`), changes, options));
  }

  move({ id, version }: Draft, step: StepInput): Promise<Draft> {
    return one(this.http.post<Draft>(this.url(`drafts/${id}/steps`), step, ifMatch(version)));
  }

  revise({ id }: Draft): Promise<Draft> {
    return one(this.http.post<Draft>(this.url(`drafts/${id}/revision`), {}));
  }

  async remove({ id, version }: Draft): Promise<void> {
    await one(this.http.delete(this.url(`drafts/${id}`), ifMatch(version)));
  }

  numbering(): Promise<Numbering> {
    return one(this.http.get<Numbering>(this.url('numbering-rule')));
  }

  saveNumbering({ version, pattern, classes }: Numbering): Promise<Numbering> {
    const body = { pattern, classes };
    return one(this.http.put<Numbering>(this.url('numbering-rule'), body, ifMatch(version)));
  }

  async nextNumber(kind: DraftKind, node: string): Promise<string> {
    const params = { kind, ...(node === '' ? {} : { node }) };
    const url = this.url('numbering-rule/next');
    return (await one(this.http.get<{ number: string }>(url, { params }))).number;
  }

  wordUrl({ id }: Draft): string {
    return this.url(`drafts/${id}/word`);
  }

  wordsUrl(state: DraftState): string {
    return this.url(`draft-batches/word?state=${state}`);
  }

  async departments(): Promise<readonly string[]> {
    interface Named {
      readonly departments: readonly { readonly name: string }[];
    }
    const { departments } = await one(this.http.get<Named>(this.url('profile')));
    return departments.map(({ name }) => name).filter((name) => name !== '');
  }

  private url(path: string): string {
    return `${this.organization.api()}/${path}`;
  }
}

const one = <T>(answer: Observable<T>): Promise<T> => firstValueFrom(answer);

function ifMatch(version: number): { readonly headers: Record<string, string> } {
  return { headers: { 'If-Match': `"${version}"` } };
}
