/* Draws each figure from the table that stands on the page. Without it the tables say the same. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];
const PALE = '#a6cbe3';
// Seats of the prefectures' governments, longitude and latitude, in the order of the codes.
const PLACES = [
  [141.35, 43.06], [140.74, 40.82], [141.15, 39.7], [140.87, 38.27], [140.1, 39.72], [140.36, 38.24], [140.47, 37.75],
  [140.45, 36.34], [139.88, 36.57], [139.06, 36.39], [139.65, 35.86], [140.12, 35.6], [139.69, 35.69], [139.64, 35.45],
  [139.02, 37.9], [137.21, 36.7], [136.63, 36.59], [136.22, 36.07], [138.57, 35.66], [138.18, 36.65], [136.72, 35.39],
  [138.38, 34.98], [136.91, 35.18], [136.51, 34.73], [135.87, 35.0], [135.76, 35.02], [135.52, 34.69], [135.18, 34.69],
  [135.83, 34.69], [135.17, 34.23], [134.24, 35.5], [133.05, 35.47], [133.93, 34.66], [132.46, 34.4], [131.47, 34.19],
  [134.56, 34.07], [134.04, 34.34], [132.77, 33.84], [133.53, 33.56], [130.42, 33.61], [130.3, 33.25], [129.87, 32.74],
  [130.74, 32.79], [131.61, 33.24], [131.42, 31.91], [130.56, 31.56], [127.68, 26.21]
];

const read = section => {
  const heads = [...section.querySelectorAll('thead th')];
  return {
    keys: heads.map(head => head.dataset.key),
    names: heads.map(head => head.textContent.trim()),
    units: heads.map(head => head.dataset.unit),
    lines: [...section.querySelectorAll('tbody tr')].map(row => ({
      before: row.classList.contains('before'),
      label: row.querySelector('th').firstElementChild.textContent,
      values: [null, ...[...row.querySelectorAll('td')].map(cell => cell.dataset.value === undefined ? null : Number(cell.dataset.value))],
      addresses: [null, ...[...row.querySelectorAll('td')].map(cell => cell.querySelector('a')?.getAttribute('href'))]
    }))
  };
};

const short = value => Math.abs(value) >= 1e12 ? `${value / 1e12} trillion` : Math.abs(value) >= 1e9 ? `${value / 1e9} bn`
  : Math.abs(value) >= 1e6 ? `${value / 1e6} m` : value.toLocaleString('en');
// Where the chart is narrow a long label takes two lines; what has no value, such as a count that is not published, has a dash.
const labels = table => table.lines.map(({ label, values }) => values[1] === null ? `${label} –` : innerWidth < 700 && label.length > 16 && label.includes(' ')
  ? label.slice(0, 18).includes(' ') ? [label.slice(0, label.lastIndexOf(' ', 18)), label.slice(label.lastIndexOf(' ', 18) + 1)] : label
  : label);
const series = (table, column, colour) => ({
  label: table.names[column],
  data: table.lines.map(line => line.values[column]),
  backgroundColor: table.lines.map(line => line.before ? PALE : colour),
  borderColor: colour,
  borderWidth: 1,
  maxBarThickness: 28,
  column
});
const opening = table => (event, found) => {
  const address = found.length && table.lines[found[0].index]?.addresses[event.chart.data.datasets[found[0].datasetIndex].column];
  if (address) {
    location.href = address;
  }
};
const base = table => ({
  animation: false,
  maintainAspectRatio: false,
  onClick: opening(table),
  plugins: { legend: { display: false }, tooltip: { intersect: false } }
});

const years = table => {
  const right = Math.max(table.keys.indexOf('cumulative'), table.keys.indexOf('active'));
  const cost = table.keys.indexOf('cost');
  const sets = [series(table, 1, COLOURS[0])];
  if (right > 0) {
    sets.unshift({ ...series(table, right, COLOURS[1]), type: 'line', yAxisID: 'right', backgroundColor: COLOURS[1], borderWidth: 2, pointRadius: 2 });
  }
  if (cost > 0) {
    sets.push(series(table, cost, COLOURS[1]));
  }
  return {
    height: 300,
    config: {
      type: 'bar',
      data: { labels: table.lines.map(line => line.label), datasets: sets },
      options: {
        ...base(table),
        plugins: { legend: { position: 'bottom' } },
        scales: {
          y: { beginAtZero: true, ticks: { precision: 0, callback: short } },
          ...(right > 0 && { right: { position: 'right', beginAtZero: true, grid: { drawOnChartArea: false }, ticks: { precision: 0, callback: short } } })
        }
      }
    }
  };
};

const bars = table => ({
  height: 50 + (innerWidth < 700 ? 32 : 24) * table.lines.length,
  config: {
    type: 'bar',
    data: { labels: labels(table), datasets: [series(table, 1, COLOURS[0])] },
    options: {
      ...base(table),
      indexAxis: 'y',
      scales: { x: { beginAtZero: true, ticks: { precision: 0, callback: short } }, y: { ticks: { autoSkip: false } } }
    }
  }
});

const upon = wanted => table => {
  const columns = table.units.flatMap((unit, at) => unit === wanted && (wanted === 'PERCENT' || at > 1) ? [at] : []);
  const stacked = !table.keys.includes('moved');
  const percent = wanted === 'PERCENT';
  return {
    height: (innerWidth < 700 ? 170 : 100) + (stacked ? 28 : 44) * table.lines.length,
    config: {
      type: 'bar',
      data: { labels: labels(table), datasets: columns.map((column, at) => series(table, column, COLOURS[at])) },
      options: {
        ...base(table),
        indexAxis: 'y',
        plugins: { legend: { position: 'bottom' } },
        scales: {
          x: { stacked, beginAtZero: true, ...(stacked && percent && { max: 100 }), ticks: { precision: 0, callback: value => percent ? `${value} %` : value } },
          y: { stacked, ticks: { autoSkip: false } }
        }
      }
    }
  };
};

const flows = table => {
  const found = [];
  table.lines.slice(0, 47).forEach((line, from) => line.values.slice(1, 48).forEach((count, to) => {
    if (count) {
      found.push({ from, to, count });
    }
  }));
  const most = Math.max(1, ...found.map(flow => flow.count));
  const between = found.filter(flow => flow.from !== flow.to).sort((one, other) => other.count - one.count).slice(0, 80);
  const sums = PLACES.map((place, at) => found.filter(flow => flow.from === at || flow.to === at).reduce((sum, flow) => sum + flow.count, 0));
  const highest = Math.max(1, ...sums);
  const point = at => ({ x: PLACES[at][0], y: PLACES[at][1] });
  return {
    height: width => Math.round(width * 1.15),
    config: {
      type: 'scatter',
      data: {
        datasets: [
          {
            data: PLACES.map((place, at) => point(at)),
            pointRadius: sums.map(sum => sum ? 3 + 12 * Math.sqrt(sum / highest) : 3),
            pointBackgroundColor: sums.map(sum => sum ? COLOURS[1] : '#9aa5b1'),
            pointBorderColor: '#fff',
            order: 0
          },
          ...between.map(flow => ({
            data: [point(flow.from), point(flow.to)],
            showLine: true,
            pointRadius: 0,
            pointHitRadius: 0,
            borderColor: `rgba(0, 114, 178, ${0.25 + 0.65 * flow.count / most})`,
            borderWidth: 1 + 7 * flow.count / most,
            order: 1
          }))
        ]
      },
      options: {
        ...base(table),
        onClick: undefined,
        plugins: {
          legend: { display: false },
          tooltip: {
            filter: item => item.datasetIndex === 0,
            callbacks: { label: item => `${table.lines[item.dataIndex].label}: ${sums[item.dataIndex]} contracts` }
          }
        },
        scales: { x: { display: false, min: 126.5, max: 146 }, y: { display: false, min: 25.5, max: 44.5 } }
      }
    }
  };
};

const kinds = { YEARS: years, BARS: bars, SHARES: upon('PERCENT'), STACKS: upon('COUNT'), FLOWS: flows };
for (const section of document.querySelectorAll('.figure[data-chart]')) {
  const draw = kinds[section.dataset.chart];
  const table = section.querySelector('table') && read(section);
  if (draw && table?.lines.some(line => line.values[1] !== null)) {
    const { height, config } = draw(table);
    const place = section.querySelector('.canvas');
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${section.querySelector('h2').textContent}; the table below gives the values.`);
    place.hidden = false;
    place.style.height = `${typeof height === 'function' ? height(place.clientWidth) : height}px`;
    place.append(canvas);
    new Chart(canvas, config);
    section.querySelector('details').open = false;
  }
}
