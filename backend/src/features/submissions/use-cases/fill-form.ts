import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import {
  Audit,
  downloadHeaders,
  notFound,
  sendStored,
  Storage,
  TenantDatabase,
  WORD,
  type RequestContext,
} from '../../../kernel';
import { BodyFormsRepository, type OfferedForm } from '../../bodies';
import { DraftWordValues, WordFiles } from '../../drafts';

/** A form is of no standard: what is said of one stays to be filled in. */
const NO_STANDARD = {
  ...{ standardId: null, number: '', title: '', englishTitle: '', replacesNumber: '' },
  ...{ department: '', drafters: [], issuedOn: null, inForceOn: null },
};

/** Hands an enterprise a form of a body that takes applications, with the fields of a Word file filled in. */
@Injectable()
export class FillForm {
  constructor(
    private readonly database: TenantDatabase,
    private readonly forms: BodyFormsRepository,
    private readonly values: DraftWordValues,
    private readonly words: WordFiles,
    private readonly storage: Storage,
    private readonly audit: Audit,
  ) {}

  /** @throws ProblemError not_found, also where the body takes applications no more */
  async execute(
    context: RequestContext,
    { bodyId, formId }: { readonly bodyId: string; readonly formId: string },
    response: Response,
  ): Promise<void> {
    const { form, values } = await this.database.transaction(context, async (manager) => {
      const found = (await this.forms.offered(manager, formId)).find(
        (offered) => offered.bodyId === bodyId,
      );
      if (found === undefined) throw notFound();
      const subject = { type: 'body', id: bodyId };
      const { title, sha256 } = found;
      await this.audit.record(manager, context, 'submission.form_downloaded', subject, {
        ...{ title, sha256 },
      });
      const [filled] = await this.values.of(manager, context, [NO_STANDARD]);
      return { form: found, values: filled };
    });
    if (!isFilled(form) || values === undefined)
      return sendStored(this.storage, form, 'attachment', response);
    const bytes = await this.words.filled(context, form, values);
    response.set(downloadHeaders(form.fileName, WORD, 'attachment')).send(bytes);
  }
}

const isFilled = ({ mediaType, fields }: OfferedForm): boolean =>
  mediaType === WORD && fields.length > 0;
