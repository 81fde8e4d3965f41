export { LettersModule } from './letters.module';
export { LettersRepository } from './letters.repository';
export { LetterDto, MissingPartDto } from './dto/letter.dto';
export type { Letter, LetterContent, MissingPart, ToldCertificate } from './letter';
export {
  DELIVER_TO_BODY,
  DELIVER_TO_ENTERPRISE,
  deliveryOf,
  type LetterDelivery,
} from './delivery';
export { ReadLetters, type LetterReader } from './use-cases/read-letters';
export { SEND_AGAIN } from './use-cases/send-again';
export { WriteLetter } from './use-cases/write-letter';
