import type { Area } from '@liangxing/contracts';
import type { MadeAccessTokenDto } from '../features/accounts/tokens/access-token.dto';
import { TEST_PASSWORD } from './test-password';
import { ApiClient } from './api-client';

interface Wanted {
  readonly readable?: readonly Area[];
  readonly writable?: readonly Area[];
  readonly organizationId?: string | null;
  readonly days?: number;
  readonly name?: string;
  readonly code?: string;
}

/** Has a person make an access token, by the page's route. */
export async function makeToken(
  api: ApiClient,
  {
    readable = [],
    writable = [],
    organizationId = null,
    days = 30,
    name = '取数',
    ...proof
  }: Wanted,
): Promise<MadeAccessTokenDto> {
  const body = {
    name,
    readable,
    writable,
    organizationId,
    days,
    password: TEST_PASSWORD,
    ...proof,
  };
  const made = await api.post<MadeAccessTokenDto>('/api/account/access-tokens', body);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

/** A program that asks by a token: without cookies, and without what protects those. */
export class Program extends ApiClient {
  constructor(
    address: string,
    private readonly token: string,
  ) {
    super(address);
  }

  override fetch(
    method: string,
    path: string,
    body?: unknown,
    options: Parameters<ApiClient['fetch']>[3] = {},
  ): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, ...options.headers };
    return super.fetch(method, path, body, { ...options, headers });
  }
}
