import { Injectable, inject } from '@angular/core';
import { Modal } from '../../core/dialog/modal';
import { AskDialog } from './ask-dialog';
import { ChoiceDialog } from './choice-dialog';
import type { ChoiceQuestion, Question } from './questions';

/** The two dialogs of the feature. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly modal = inject(Modal);

  ask(question: Question): void {
    this.modal.open(AskDialog, { data: question });
  }

  choose(question: ChoiceQuestion): void {
    this.modal.open(ChoiceDialog, { data: question });
  }
}
