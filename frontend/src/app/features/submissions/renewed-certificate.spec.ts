import type { LetterDto } from '../../core/api/generated/openapi';
import { renewedCertificate } from './renewed-certificate';

const told = (number: string, state: string) =>
  ({ certificate: { number, state } }) as unknown as LetterDto;
const ofLetters = (...letters: readonly LetterDto[]) =>
  renewedCertificate({ id: 's', bodyId: 'b', letters: [...letters] });

describe('a certificate that can be renewed', () => {
  it('is the one that the body told of last', () => {
    expect(ofLetters(told('1', 'valid'), told('2', 'suspended'))).toEqual({
      ...{ submissionId: 's', number: '2', bodyId: 'b' },
    });
  });

  it('is none where there is no certificate, or it was withdrawn', () => {
    expect(ofLetters({ certificate: null } as LetterDto)).toBeNull();
    expect(ofLetters(told('1', 'valid'), told('1', 'withdrawn'))).toBeNull();
  });
});
