import { HttpClient, type HttpEvent, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, firstValueFrom } from 'rxjs';
import { OpenOrganization } from './open-organization';
import type { Address, Answer, Asked, Method } from './asked';
import { type Given, optionsOf, urlOf } from './request';

/**
 * The server, as its API description has it: `api.get('/drafts/{id}', { id })`. Addresses without `/api` are those of the
 * open enterprise. Every failure is a `Problem`.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly organization = inject(OpenOrganization);

  get<A extends Address<'get'>>(at: A, ...[asked]: Asked<'get', A>): Promise<Answer<'get', A>> {
    return this.answer('get', at, asked);
  }

  post<A extends Address<'post'>>(at: A, ...[asked]: Asked<'post', A>): Promise<Answer<'post', A>> {
    return this.answer('post', at, asked);
  }

  put<A extends Address<'put'>>(at: A, ...[asked]: Asked<'put', A>): Promise<Answer<'put', A>> {
    return this.answer('put', at, asked);
  }

  patch<A extends Address<'patch'>>(
    at: A,
    ...[asked]: Asked<'patch', A>
  ): Promise<Answer<'patch', A>> {
    return this.answer('patch', at, asked);
  }

  delete<A extends Address<'delete'>>(
    at: A,
    ...[asked]: Asked<'delete', A>
  ): Promise<Answer<'delete', A>> {
    return this.answer('delete', at, asked);
  }

  /** The same, to be given up where nobody waits any more: it is sent when somebody subscribes. */
  send<M extends Method, A extends Address<M>>(
    method: M,
    at: A,
    ...[asked]: Asked<M, A>
  ): Observable<Answer<M, A>> {
    const url = urlOf(at, this.organization.id(), asked);
    return this.http.request<Answer<M, A>>(method, url, optionsOf(asked));
  }

  /** The same, telling how much of what is sent has arrived. */
  events<M extends Method, A extends Address<M>>(
    method: M,
    at: A,
    ...[asked]: Asked<M, A>
  ): Observable<HttpEvent<Answer<M, A>>> {
    const url = urlOf(at, this.organization.id(), asked);
    const options = { ...optionsOf(asked), observe: 'events', reportProgress: true } as const;
    return this.http.request<Answer<M, A>>(method, url, options);
  }

  /** The same, where the answer is a file. */
  file<M extends Method, A extends Address<M>>(
    method: M,
    at: A,
    ...[asked]: Asked<M, A>
  ): Observable<HttpResponse<Blob>> {
    const url = urlOf(at, this.organization.id(), asked);
    const options = { ...optionsOf(asked), observe: 'response', responseType: 'blob' } as const;
    return this.http.request(method, url, options);
  }

  private answer<T>(method: Method, at: string, asked?: Given): Promise<T> {
    const url = urlOf(at, this.organization.id(), asked);
    return firstValueFrom(this.http.request<T>(method, url, optionsOf(asked)));
  }

  /** Where a link leads to. */
  url<A extends Address<'get'>>(at: A, ...[asked]: Asked<'get', A>): string {
    return urlOf(at, this.organization.id(), asked);
  }
}
