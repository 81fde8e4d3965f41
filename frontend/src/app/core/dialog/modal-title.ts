import { DialogRef } from '@angular/cdk/dialog';
import { Directive, inject } from '@angular/core';

/** The heading that names the dialog it stands in. */
@Directive({ selector: '[lxModalTitle]', host: { '[id]': 'id' } })
export class ModalTitle {
  protected readonly id = titleIdOf(inject(DialogRef).id);
}

/** @param id of the dialog */
export function titleIdOf(id: string): string {
  return `${id}-title`;
}
