import type { HttpContext } from '@angular/common/http';
import type { paths } from './generated/openapi';

/**
 * What the API description says of a request, as types: which addresses there are, what each asks for and what it
 * answers. When the server asks for or answers something else, its callers do not compile.
 */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What belongs to the open enterprise is written without this beginning: `/drafts/{id}`. */
export const ORGANIZATION = '/api/organizations/{organizationId}';
type Organization = typeof ORGANIZATION;

type Written<Path> = Path extends `${Organization}${infer Rest}` ? Rest : Path;
type PathOf<A extends string> = A extends keyof paths ? A : `${Organization}${A}` & keyof paths;
type Operation<M extends Method, A extends string> = paths[PathOf<A>][M];

/** Every address that has a method. */
export type Address<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Readonly<Record<M, object>> ? Written<Path> : never;
}[keyof paths];

interface Described {
  readonly parameters: {
    readonly path?: unknown;
    readonly query?: unknown;
    readonly header?: unknown;
  };
  readonly requestBody?: unknown;
}
type Or<T, Else> = [T] extends [never] ? Else : T;
type Parameters<O, In extends keyof Described['parameters']> = O extends Described
  ? Or<NonNullable<O['parameters'][In]>, unknown>
  : unknown;

/** Whatever may be left out may be undefined as well. */
type Loose<T> = {
  readonly [K in keyof T]: Partial<Pick<T, K>> extends Pick<T, K> ? T[K] | undefined : T[K];
};
/** JSON leaves out what is undefined, at any depth. */
type Json<T> = T extends readonly (infer Entry)[]
  ? readonly Json<Entry>[]
  : T extends object
    ? Loose<{ readonly [K in keyof T]: Json<T[K]> }>
    : T;
/** A text that is empty is not asked for. */
type Query<T> = { readonly [K in keyof Loose<T>]: Loose<T>[K] | '' };
/** The description knows the bytes of a file as text. */
type Fields<T> = Loose<{
  readonly [K in keyof T]: string extends NonNullable<T[K]> ? T[K] | Blob : T[K];
}>;

type InPath<T> = Omit<T, 'organizationId'> &
  ('organizationId' extends keyof T ? { readonly organizationId?: string } : unknown);
type Versioned<T> = T extends { readonly 'If-Match': string }
  ? { readonly ifMatch: number }
  : unknown;
type Keyed<T> = 'Idempotency-Key' extends keyof T ? { readonly idempotencyKey?: string } : unknown;
type Content<O> = O extends Described ? NonNullable<O['requestBody']> : never;
type Sent<C> = [C] extends [never]
  ? unknown
  : C extends { readonly content: { readonly 'application/json': infer Body } }
    ? { readonly body: Json<Body> }
    : C extends { readonly content: { readonly 'multipart/form-data': infer Form } }
      ? { readonly form: Fields<Form> }
      : unknown;

interface Beside {
  readonly headers?: Readonly<Record<string, string>>;
  readonly context?: HttpContext;
}

type Given<O> = InPath<Parameters<O, 'path'>> &
  Query<Parameters<O, 'query'>> &
  Versioned<Parameters<O, 'header'>> &
  Keyed<Parameters<O, 'header'>> &
  Sent<Content<O>> &
  Beside;

/**
 * What a request is given: the values of its address and its query by name, `body` or `form`, and `ifMatch` where a version
 * is asked for. The enterprise is the open one unless `organizationId` names another.
 */
export type Asked<M extends Method, A extends string> =
  Partial<Given<Operation<M, A>>> extends Given<Operation<M, A>>
    ? [asked?: Given<Operation<M, A>>]
    : [asked: Given<Operation<M, A>>];

type Responses<O> = O extends { readonly responses: infer R }
  ? R[keyof R & (200 | 201 | 202 | 204)]
  : never;

/** What comes back as JSON; null where nothing does, or a file. */
export type Answer<M extends Method, A extends string> =
  Responses<Operation<M, A>> extends {
    readonly content: { readonly 'application/json': infer Body };
  }
    ? Body
    : null;
