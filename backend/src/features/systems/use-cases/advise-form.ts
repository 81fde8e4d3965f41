import { Injectable } from '@nestjs/common';
import {
  placeStandard,
  STRUCTURE_TEMPLATES,
  type StructureTemplateId,
} from '@liangxing/system-structure';
import { RequestContext, TenantDatabase } from '../../../kernel';
import { organizationDay } from '../../standards';
import { ProfileReader } from '../../organizations';
import { PlacesRepository } from '../places.repository';

/** What speaks for a form, before a system is started. */
export interface FormAdvice {
  readonly templateId: StructureTemplateId;
  /** The enterprise's scheme evaluates systems of this form. */
  readonly isOfScheme: boolean;
  /** Standards of the register, and those of them that their codes or own numbers place in it at once. */
  readonly standards: number;
  readonly placed: number;
}

const FORMS = ['gb-t-15496-2017', 'gb-t-15496-2003'] as const;
/** The form that a scheme evaluates. */
const FORM_OF_SCHEME: Readonly<Record<string, StructureTemplateId>> = {
  'gsp-2004': 'gb-t-15496-2003',
  'gsp-2006-power': 'gb-t-15496-2003',
  'gb-t-19273-2017': 'gb-t-15496-2017',
};

/** Helps to choose the form: by the scheme in the profile and by the codes in the register. */
@Injectable()
export class AdviseForm {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: ProfileReader,
    private readonly places: PlacesRepository,
  ) {}

  async execute(context: RequestContext): Promise<FormAdvice[]> {
    const { schemeId, register } = await this.database.readOneInstant(context, async (manager) => ({
      schemeId: (await this.profiles.read(manager, context.organizationId)).schemeId,
      register: await this.places.register(manager, context, organizationDay(new Date())),
    }));
    return FORMS.map((templateId) => ({
      templateId,
      isOfScheme: FORM_OF_SCHEME[schemeId] === templateId,
      standards: register.length,
      placed: register.filter(
        (standard) => placeStandard(STRUCTURE_TEMPLATES[templateId], standard).kind === 'placed',
      ).length,
    }));
  }
}
