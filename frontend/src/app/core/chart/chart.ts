import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import { GridComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  RadarChart,
  GridComponent,
  RadarComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A chart that fits its box. Whoever shows it gives the same figures as a table too. */
@Component({
  selector: 'lx-chart',
  template: `<div #host class="chart" role="img" [attr.aria-label]="label()"></div>`,
  styles: `
    :host,
    .chart {
      display: block;
      width: 100%;
      height: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chart {
  readonly option = input.required<EChartsCoreOption>();
  readonly label = input.required<string>();

  private readonly host = viewChild.required<ElementRef<HTMLElement>>('host');
  private chart: ECharts | undefined;

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const box = this.host().nativeElement;
      this.chart = init(box, null, { renderer: 'svg' });
      this.chart.setOption(this.option());
      const watcher = new ResizeObserver(() => this.chart?.resize());
      watcher.observe(box);
      destroyed.onDestroy(() => {
        watcher.disconnect();
        this.chart?.dispose();
      });
    });
    effect(() => {
      const option = this.option();
      this.chart?.setOption(option, true);
    });
  }
}
