import { Injectable } from '@nestjs/common';
import type { LawRow, SelfDeclarationRow } from '@liangxing/dossier';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../kernel';
import type { StoredRecord } from './record';
import { RecordsRepository } from './records.repository';

type Tenant = Pick<RequestContext, 'organizationId'>;

const text = ({ fields }: StoredRecord, id: string): string => String(fields[id] ?? '');
const day = ({ fields }: StoredRecord, id: string): string | null =>
  (fields[id] as string | null | undefined) ?? null;

/** What other features show of the lists. */
@Injectable()
export class RecordsReader {
  constructor(private readonly records: RecordsRepository) {}

  /** Laws that still bind, in the order of the list. */
  async laws(manager: EntityManager, tenant: Tenant): Promise<LawRow[]> {
    const all = await this.records.all(manager, tenant, 'laws');
    return all
      .filter((law) => text(law, 'status') !== 'repealed')
      .sort((left, right) => left.number - right.number)
      .map((law) => ({
        title: text(law, 'title'),
        issuer: text(law, 'issuer'),
        documentNumber: text(law, 'documentNumber'),
        issuedOn: day(law, 'issuedOn'),
        inForceOn: day(law, 'inForceOn'),
        department: text(law, 'department'),
        note: text(law, 'note'),
      }));
  }

  /** What is declared publicly now: neither waiting nor withdrawn. */
  async selfDeclarations(manager: EntityManager, tenant: Tenant): Promise<SelfDeclarationRow[]> {
    const all = await this.records.all(manager, tenant, 'declarations');
    return all
      .filter((row) => !['pending', 'withdrawn'].includes(text(row, 'state')))
      .sort((left, right) => left.number - right.number)
      .map((row) => ({
        product: [text(row, 'product'), text(row, 'model')].filter(Boolean).join('　'),
        standardNumber: text(row, 'standard'),
        standardTitle: text(row, 'standardTitle'),
        declaredOn: day(row, 'declaredOn'),
        note: text(row, 'note'),
      }));
  }
}
