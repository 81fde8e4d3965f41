import type { ExecutionContext } from '@nestjs/common';
import { Allow, Public } from './allow';
import { DenyByDefaultGuard } from './deny-by-default.guard';

class Routes {
  @Public()
  open(): string {
    return 'open';
  }

  @Allow('standards:read')
  permitted(): string {
    return 'permitted';
  }

  forgotten(): string {
    return 'forgotten';
  }
}

const asked = (name: keyof Routes): boolean =>
  new DenyByDefaultGuard().canActivate({
    getHandler: () => Routes.prototype[name],
  } as unknown as ExecutionContext);

describe('a route', () => {
  it('answers where it says for whom', () => {
    expect(asked('open')).toBe(true);
    expect(asked('permitted')).toBe(true);
  });

  it('answers nobody where it says nothing', () => {
    expect(() => asked('forgotten')).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });
});
