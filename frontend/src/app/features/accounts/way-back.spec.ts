import type { SessionDto } from '../../core/api/generated/openapi';
import { wayBack } from './way-back';

const member = (organizationId: string, requiresSecondFactor: boolean) =>
  ({
    ...{ organizationId, organizationName: organizationId, requiresSecondFactor },
    ...{ kind: 'enterprise', state: 'open', role: 'owner' },
  }) as SessionDto['memberships'][number];

describe('the way back from the account', () => {
  it('leads to the start where no second factor is missing, and where one belongs to nothing yet', () => {
    expect(wayBack(null, [member('a', false)])).toEqual(['/']);
    expect(wayBack([], [])).toEqual(['/']);
  });

  it('leads past what asks for a second factor to the first organization that asks for none', () => {
    expect(wayBack(['a'], [member('a', true), member('b', false)])).toEqual([
      ...['/o', 'b', 'overview'],
    ]);
  });

  it('is not there where every organization asks for one', () => {
    expect(wayBack(['a'], [member('a', true)])).toBeNull();
  });
});
