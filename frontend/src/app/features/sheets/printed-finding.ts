import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Api } from '../../core/api/api';
import type { FindingDto } from '../../core/api/generated/openapi';
import { CaseStore } from '../../core/case/case-store';
import { dayOfChina } from '../../core/i18n/day-of-china';

/** 不符合报告 (GB/T 19273-2017, annex B): one finding on paper, with lines for those who sign. */
@Component({
  selector: 'lx-printed-finding',
  imports: [TranslocoDirective],
  template: `
    <article *transloco="let t" data-testid="printed-finding">
      <h1>{{ t('sheets.report.title') }}</h1>
      <table>
        <tbody>
          <tr>
            <th scope="row">{{ t('sheets.report.enterprise') }}</th>
            <td>{{ enterprise() }}</td>
            <th scope="row">{{ t('sheets.report.number') }}</th>
            <td>{{ caseNumber() }}-{{ finding().number }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.findings.department') }}</th>
            <td>{{ finding().department }}</td>
            <th scope="row">{{ t('sheets.findings.severity') }}</th>
            <td>{{ t('letters.severities.' + finding().severity) }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.findings.item') }}</th>
            <td>{{ finding().itemId }} {{ topic() }}</td>
            <th scope="row">{{ t('sheets.findings.requirement') }}</th>
            <td>{{ finding().requirement }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.findings.text') }}</th>
            <td colspan="3" class="said">{{ finding().text }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.report.assessor') }}</th>
            <td>{{ finding().foundByName }}</td>
            <th scope="row">{{ t('sheets.report.day') }}</th>
            <td>{{ foundOn() }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.report.confirmed') }}</th>
            <td colspan="3" class="sign"></td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.findings.cause') }}</th>
            <td colspan="3" class="said space">{{ last()?.cause }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.findings.correction') }}</th>
            <td colspan="3" class="said space">{{ last()?.correction }} {{ last()?.doneOn }}</td>
          </tr>
          <tr>
            <th scope="row">{{ t('sheets.report.verification') }}</th>
            <td colspan="3" class="said space">
              @if (last()?.judgedAt) {
                {{
                  t(last()?.isAccepted ? 'sheets.findings.accepted' : 'sheets.findings.returned')
                }}
                {{ last()?.judgement }} {{ last()?.judgedByName }}
              }
            </td>
          </tr>
        </tbody>
      </table>
      @for (file of pictures(); track file.id) {
        <img [src]="fileUrl(file.id)" [alt]="file.fileName" />
      }
    </article>
  `,
  styles: `
    @media screen {
      article {
        display: none;
      }
    }
    h1 {
      font-size: 20px;
      text-align: center;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 6px 8px;
      border: 1px solid #000;
      text-align: left;
      vertical-align: top;
    }
    th {
      width: 7em;
      font-weight: 600;
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .space {
      height: 6em;
    }
    .sign {
      height: 3em;
    }
    img {
      max-width: 45%;
      margin: 8px 8px 0 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrintedFinding {
  private readonly api = inject(Api);
  private readonly cases = inject(CaseStore);

  readonly finding = input.required<FindingDto>();
  readonly topic = input.required<string>();
  readonly caseNumber = input.required<string>();
  readonly enterprise = input.required<string>();

  protected readonly last = computed(() => this.finding().rounds.at(-1));
  protected readonly foundOn = computed(() => dayOfChina(new Date(this.finding().foundAt)));
  protected readonly pictures = computed(() =>
    this.finding().files.filter(({ mediaType }) => ['image/png', 'image/jpeg'].includes(mediaType)),
  );

  protected fileUrl(fileId: string): string {
    return this.api.url('/cases/{id}/findings/{number}/files/{fileId}', {
      ...{ id: this.cases.id(), number: this.finding().number, fileId },
    });
  }
}
