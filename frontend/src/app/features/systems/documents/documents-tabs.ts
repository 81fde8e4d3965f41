import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { DocumentsStore } from './documents-store';

/** The tabs that print the system share one reading of its documents. */
@Component({
  selector: 'lx-documents-tabs',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
  providers: [DocumentsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentsTabs {}
