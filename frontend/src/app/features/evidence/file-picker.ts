import { Injectable, inject } from '@angular/core';
import { Modal } from '../../core/dialog/modal';
import type { LibraryFile } from './evidence';
import { type AskedFile, EvidencePicker } from './evidence-picker';

/** Lets one file of the library be chosen. */
@Injectable({ providedIn: 'root' })
export class FilePicker {
  private readonly modal = inject(Modal);

  pick(asked: AskedFile, take: (file: LibraryFile) => void): void {
    this.modal.open<LibraryFile>(EvidencePicker, { data: asked }).closed.subscribe((file) => {
      if (file !== undefined) take(file);
    });
  }
}
