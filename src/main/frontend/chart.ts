// Bars, stacked or side by side, and a line of shares. Properties in: kind, labels, series. Event out: "pick" with the
// address of the element that was clicked. The same figures stand in a table, with links, for whoever cannot see them.
type Series = { name: string; tone: string; values: number[]; links: (string | null)[] };
type Plot = { setOption(option: unknown, anew: boolean): void; resize(): void; dispose(): void; on(name: string, what: (event: any) => void): void };

class TicketChart extends HTMLElement {
  private plot?: Plot;
  private drawn = Promise.resolve();
  private state = { kind: 'bars', labels: [] as string[], series: [] as Series[] };
  private readonly canvas = document.createElement('div');
  private readonly table = document.createElement('details');
  private readonly room = new ResizeObserver(() => this.draw());
  private readonly theme = new MutationObserver(() => this.draw());

  set kind(value: string) {
    this.state.kind = value;
    this.draw();
  }

  set labels(value: string[]) {
    this.state.labels = value ?? [];
    this.draw();
  }

  set series(value: Series[]) {
    this.state.series = value ?? [];
    this.draw();
  }

  connectedCallback() {
    this.canvas.className = 'plot';
    this.canvas.setAttribute('aria-hidden', 'true');
    this.table.innerHTML = '<summary>Figures as a table</summary>';
    this.append(this.canvas, this.table);
    this.room.observe(this.canvas);
    [document.documentElement, document.body].forEach((root) => this.theme.observe(root, { attributeFilter: ['theme'] }));
    this.draw();
  }

  disconnectedCallback() {
    this.room.disconnect();
    this.theme.disconnect();
    this.plot?.dispose();
    this.plot = undefined;
    this.replaceChildren();
  }

  private draw() {
    this.drawn = this.drawn.then(() => this.show()).catch((reason) => {
      this.canvas.textContent = 'This chart cannot be drawn; the table below has its figures.';
      console.warn(reason);
    });
  }

  private async show() {
    this.write();
    if (!this.isConnected || !this.canvas.clientWidth) {
      return;
    }
    if (!this.plot) {
      const { init, use } = await import('echarts/core');
      const { BarChart, LineChart } = await import('echarts/charts');
      const { GridComponent, LegendComponent, TooltipComponent, AriaComponent } = await import('echarts/components');
      const { SVGRenderer } = await import('echarts/renderers');
      use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer] as any);
      if (!this.isConnected || this.plot) {
        return;
      }
      this.plot = init(this.canvas, undefined, { renderer: 'svg' }) as unknown as Plot;
      this.plot.on('click', (event) => {
        const link = this.state.series[event.seriesIndex]?.links[event.dataIndex];
        if (link) {
          this.dispatchEvent(new CustomEvent('pick', { detail: { link } }));
        }
      });
    }
    this.plot.resize();
    this.plot.setOption(this.option(), true);
  }

  private option() {
    const style = getComputedStyle(this);
    const colour = (name: string) => style.getPropertyValue('--' + name).trim();
    const soft = { color: colour('ink-soft'), fontSize: 11, fontFamily: style.fontFamily };
    const line = { lineStyle: { color: colour('line') } };
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const pareto = this.state.kind === 'pareto';
    return {
      animation: !still && this.state.kind !== 'live',
      animationDuration: 200,
      aria: { enabled: true, decal: { show: this.state.series.length > 1 && !pareto } },
      grid: { left: 4, right: pareto ? 8 : 4, top: this.state.series.length > 1 ? 26 : 10, bottom: 2, containLabel: true },
      legend: { show: this.state.series.length > 1, top: 0, left: 0, itemWidth: 12, itemHeight: 9, textStyle: soft },
      tooltip: {
        trigger: 'axis',
        confine: true,
        backgroundColor: colour('surface'),
        borderColor: colour('line-strong'),
        textStyle: { color: colour('ink'), fontSize: 12, fontFamily: style.fontFamily },
      },
      xAxis: {
        type: 'category',
        data: this.state.labels,
        axisLabel: { ...soft, hideOverlap: !pareto, interval: pareto ? 0 : 'auto', overflow: 'break', width: 90 },
        axisLine: line,
        axisTick: { show: false },
      },
      yAxis: [
        { type: 'value', minInterval: 1, axisLabel: soft, splitLine: line },
        { type: 'value', show: pareto, min: 0, max: 100, axisLabel: { ...soft, formatter: '{value} %' }, splitLine: { show: false } },
      ],
      series: this.state.series.map((one, index) => ({
        name: one.name,
        type: pareto && index > 0 ? 'line' : 'bar',
        yAxisIndex: pareto && index > 0 ? 1 : 0,
        stack: this.state.kind === 'stack' ? 'all' : undefined,
        data: one.values,
        barMaxWidth: 28,
        itemStyle: { color: colour(one.tone) },
        lineStyle: { color: colour(one.tone) },
        cursor: one.links.some(Boolean) ? 'pointer' : 'default',
      })),
    };
  }

  private write() {
    const table = document.createElement('table');
    const head = table.createTHead().insertRow();
    ['', ...this.state.series.map((one) => one.name)].forEach((name) => {
      const cell = document.createElement(name ? 'th' : 'td');
      cell.textContent = name;
      head.append(cell);
    });
    const body = table.createTBody();
    this.state.labels.forEach((label, n) => {
      const row = body.insertRow();
      const name = document.createElement('th');
      name.scope = 'row';
      name.textContent = label;
      row.append(name);
      this.state.series.forEach((one) => {
        const cell = row.insertCell();
        const link = one.links[n];
        const place = link ? document.createElement('a') : cell;
        if (link) {
          (place as HTMLAnchorElement).href = link;
          cell.append(place);
        }
        place.textContent = String(one.values[n]);
      });
    });
    const old = this.table.querySelector('table');
    if (old?.outerHTML !== table.outerHTML) {
      old?.remove();
      this.table.append(table);
    }
  }
}

customElements.define('ticket-chart', TicketChart);
