import { Injectable } from '@nestjs/common';
import {
  placeStandard,
  STRUCTURE_TEMPLATES,
  templateOfForm,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { organizationDay, RequestContext, TenantDatabase } from '../../../kernel';
import { SchemeCatalogue } from '../../schemes';
import { ProfileRepository } from '../../organizations';
import { RegistersRepository } from '../coverage/registers.repository';

/** What speaks for a form, before a system is started. */
interface FormAdvice {
  readonly templateId: StructureTemplateId;
  /** The enterprise's scheme evaluates systems of this form. */
  readonly isOfScheme: boolean;
  /** Standards of the register, and those of them that their codes or own numbers place in it at once. */
  readonly standards: number;
  readonly placed: number;
}

const FORMS = ['gb-t-15496-2017', 'gb-t-15496-2003'] as const;

/** Helps to choose the form: by the scheme in the profile and by the codes in the register. */
@Injectable()
export class AdviseForm {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: ProfileRepository,
    private readonly registers: RegistersRepository,
    private readonly schemes: SchemeCatalogue,
  ) {}

  async execute(context: RequestContext): Promise<FormAdvice[]> {
    const { schemeId, register } = await this.database.readOneInstant(context, async (manager) => ({
      schemeId: (await this.profiles.read(manager, context.organizationId)).schemeId,
      register: (await this.registers.read(manager, context, organizationDay(new Date()))).rows,
    }));
    const form = (await this.schemes.newest(context, schemeId))?.scheme.form;
    const ofScheme = form === undefined ? null : templateOfForm(form);
    return FORMS.map((templateId) => ({
      templateId,
      isOfScheme: ofScheme === templateId,
      standards: register.length,
      placed: register.filter(
        (standard) => placeStandard(STRUCTURE_TEMPLATES[templateId], standard).kind === 'placed',
      ).length,
    }));
  }
}
