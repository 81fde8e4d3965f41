import fc from 'fast-check';
import { flowSecretsOf } from './flow-secrets';

const token = fc.stringMatching(/^[\w-]{43}$/);

describe('what binds a sign-in to its browser', () => {
  it('is the same for the same token, and as long as PKCE asks for', () => {
    fc.assert(
      fc.property(token, (one) => {
        const { state, nonce, verifier } = flowSecretsOf(one);
        expect(flowSecretsOf(one)).toEqual({ state, nonce, verifier });
        for (const secret of [state, nonce, verifier]) expect(secret).toMatch(/^[\w-]{43}$/);
      }),
    );
  });

  it('is another one for each use and each token', () => {
    fc.assert(
      fc.property(token, token, (one, other) => {
        fc.pre(one !== other);
        const all = [one, other].flatMap((each) => [each, ...Object.values(flowSecretsOf(each))]);
        expect(new Set(all).size).toBe(8);
      }),
    );
  });
});
