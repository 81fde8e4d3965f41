import { Injectable, type PipeTransform } from '@nestjs/common';
import { isRecordKind, type RecordKindId } from '@liangxing/contracts';
import { notFound } from '../../kernel';

/** A list's name in a path; a list that there is not is not found. */
@Injectable()
export class RecordKindPipe implements PipeTransform<string, RecordKindId> {
  transform(value: string): RecordKindId {
    if (!isRecordKind(value)) throw notFound();
    return value;
  }
}
