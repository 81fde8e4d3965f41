import { CSRF_COOKIE } from '../kernel/access/cookies';

export interface ApiAnswer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

interface ApiOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Version for If-Match. */
  readonly ifMatch?: number;
  /** Leave the CSRF header out. */
  readonly withoutCsrf?: boolean;
}

/** A browser in small: keeps cookies, sends the CSRF header, speaks JSON or multipart (FormData). */
export class ApiClient {
  readonly cookies = new Map<string, string>();

  constructor(readonly address: string) {}

  get<Body = unknown>(path: string, options: ApiOptions = {}): Promise<ApiAnswer<Body>> {
    return this.send<Body>('GET', path, undefined, options);
  }

  post<Body = unknown>(
    path: string,
    body?: unknown,
    options: ApiOptions = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('POST', path, body, options);
  }

  put<Body = unknown>(
    path: string,
    body?: unknown,
    options: ApiOptions = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('PUT', path, body, options);
  }

  patch<Body = unknown>(
    path: string,
    body?: unknown,
    options: ApiOptions = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('PATCH', path, body, options);
  }

  delete<Body = unknown>(
    path: string,
    body?: unknown,
    options: ApiOptions = {},
  ): Promise<ApiAnswer<Body>> {
    return this.send<Body>('DELETE', path, body, options);
  }

  /** The bare answer, for downloads. */
  async fetch(
    method: string,
    path: string,
    body?: unknown,
    options: ApiOptions = {},
  ): Promise<Response> {
    const csrf = this.cookies.get(CSRF_COOKIE);
    const response = await fetch(this.address + path, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'zh-CN',
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
        ...(csrf !== undefined && !options.withoutCsrf ? { 'x-xsrf-token': csrf } : {}),
        ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(body === undefined || body instanceof FormData
          ? {}
          : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body === undefined
        ? {}
        : {
            body:
              body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body),
          }),
    });
    this.keepCookies(response);
    return response;
  }

  private async send<Body>(
    method: string,
    path: string,
    body: unknown,
    options: ApiOptions,
  ): Promise<ApiAnswer<Body>> {
    const response = await this.fetch(method, path, body, options);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed = (isJson && text !== '' ? JSON.parse(text) : text) as Body;
    return { status: response.status, body: parsed, headers: response.headers };
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}
