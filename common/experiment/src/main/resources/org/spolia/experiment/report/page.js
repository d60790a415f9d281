'use strict';
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const charts = [];
  // Okabe and Ito's colours, which colour-blind readers tell apart; black is left out, since it vanishes on a dark page.
  const colours = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442'];
  // Options are JSON, so what needs a function is named there and made here.
  const interval = (params, api) => {
    const low = api.coord([api.value(1), api.value(0)]);
    const high = api.coord([api.value(2), api.value(0)]);
    const style = { stroke: api.visual('color'), lineWidth: 2, fill: 'none' };
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
    return { type: 'group', children: [line(low[0], low[1], high[0], high[1]), line(low[0], low[1] - 5, low[0], low[1] + 5), line(high[0], high[1] - 5, high[0], high[1] + 5)] };
  };
  // The same upright, in the colour of the line that has its name.
  const spread = (params, api) => {
    const low = api.coord([api.value(0), api.value(1)]);
    const high = api.coord([api.value(0), api.value(2)]);
    const style = { stroke: api.visual('color'), lineWidth: 1.5, opacity: 0.7, fill: 'none' };
    const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style });
    return { type: 'group', children: [line(low[0], low[1], high[0], high[1]), line(low[0] - 4, low[1], low[0] + 4, low[1]), line(high[0] - 4, high[1], high[0] + 4, high[1])] };
  };
  const drawn = { interval, spread };
  const draw = (printing) => {
    charts.splice(0).forEach((chart) => chart.dispose());
    const ink = dark.matches && !printing ? '#e6e9ec' : '#1b1f24';
    const line = dark.matches && !printing ? '#3a424b' : '#d0d7de';
    document.querySelectorAll('.chart').forEach((place) => {
      const option = JSON.parse(place.nextElementSibling.textContent);
      option.series.forEach((series) => { if (series.renderItem) { series.renderItem = drawn[series.renderItem]; } });
      const narrow = place.clientWidth < 560;
      option.color = colours;
      option.animation = false;
      option.backgroundColor = 'transparent';
      option.textStyle = { color: ink, fontFamily: 'system-ui, sans-serif' };
      option.tooltip = { confine: true, ...option.tooltip };
      option.legend = { type: 'scroll', top: 0, textStyle: { color: ink }, ...option.legend };
      option.grid = { left: option.yAxis.name ? 32 : 8, right: 16, top: 40, bottom: 32, containLabel: true, ...option.grid };
      for (const axis of ['xAxis', 'yAxis']) {
        option[axis] = { ...option[axis], nameLocation: 'middle', nameGap: axis === 'xAxis' ? 28 : 44, nameTextStyle: { color: ink }, axisLabel: { color: ink, ...option[axis].axisLabel }, splitLine: { lineStyle: { color: line } }, axisLine: { lineStyle: { color: line } } };
      }
      const chart = echarts.init(place, null, { renderer: 'svg' });
      chart.setOption(option);
      charts.push(chart);
    });
  };
  draw(false);
  dark.addEventListener('change', () => draw(false));
  addEventListener('resize', () => charts.forEach((chart) => chart.resize()));
  addEventListener('beforeprint', () => draw(true));
  addEventListener('afterprint', () => draw(false));
})();
