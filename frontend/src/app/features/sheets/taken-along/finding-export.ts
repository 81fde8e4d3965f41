import { Injectable, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { saveFile } from '../../../core/download/save-file';
import { dataAddress, type ExportedFinding, exportedPage } from './exported-findings';
import type { KeptFinding } from './kept-finding';
import { KeptFindings } from './kept-findings';
import { SealedSheet } from './sealed-sheet';

/** Findings that wait on this machine, as texts and as a file that is not encrypted. */
@Injectable()
export class FindingExport {
  private readonly kept = inject(KeptFindings);
  private readonly source = inject(SealedSheet);
  private readonly transloco = inject(TranslocoService);

  /** One line for each thing that was written. */
  linesOf({ fields, refusal }: KeptFinding): readonly string[] {
    const line = (name: string, value: string): string =>
      this.t(`sheets.findings.${name}`) + this.t('parting.said') + value;
    return [
      line('severity', this.t(`letters.severities.${fields.severity}`)),
      line('item', fields.itemId),
      line('text', fields.text),
      ...(fields.requirement ? [line('requirement', fields.requirement)] : []),
      ...(fields.department ? [line('department', fields.department)] : []),
      ...(refusal ? [`${refusal.title} ${refusal.detail}`.trim()] : []),
    ];
  }

  /** @param more further lines, each a thing of its own */
  async save(findings: readonly KeptFinding[], more: readonly string[] = []): Promise<void> {
    const exported: ExportedFinding[] = more.map((line) => ({ lines: [line], photos: [] }));
    for (const finding of findings) {
      const photos: string[] = [];
      for (const photo of finding.photos) {
        const content = await this.kept.photo(photo);
        if (content) photos.push(await dataAddress(content));
      }
      exported.push({ lines: this.linesOf(finding), photos });
    }
    const title = `${this.source.taken()?.number ?? ''} ${this.t('takenAlong.findings.title')}`;
    const content = new Blob([exportedPage(title, exported)], { type: 'text/html' });
    saveFile({ content, name: `${title}.html` });
  }

  private t(key: string): string {
    return this.transloco.translate<string>(key);
  }
}
