import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, ScatterChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** Begins a drawing in a box: SVG, so that it is sharp at any zoom. */
export function draw(box: HTMLElement): EChartsType {
  return init(box, null, { renderer: 'svg' });
}
