// Prints our recall beside that of the peers whose table stands in the evaluation set's README. Reads score.py's --json.
//   node tests/bench/peers.mjs EVALUATION-README < report.json

import { readFileSync } from 'node:fs';

const cells = (line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** `{budgets, columns, engines}`: the budgets that the page's heading names, and the table whose first column is "engine". */
function readPeers(page) {
  const lines = page.split('\n');
  const top = lines.findIndex((line) => cells(line)[0] === 'engine');
  if (top < 0) return undefined;
  const heading = lines.slice(0, top).findLast((line) => line.startsWith('#')) ?? '';
  const end = lines.findIndex((line, index) => index > top && !line.startsWith('|'));
  return {
    budgets: [...heading.matchAll(/([\d.]+) %/g)].map(([, percent]) => Number(percent)),
    columns: cells(lines[top]).slice(1),
    engines: lines.slice(top + 2, end < 0 ? undefined : end).map(cells),
  };
}

/** Our figures for a column of the peers' table, or an empty text where it is no kind of query. */
function ours(column, report, budgets) {
  const shown = (figure) => String(Math.round(figure));
  if (column.startsWith('rank'))
    return [...column.matchAll(/\d+/g)].map(([rank]) => shown(report[`rank${rank}`].macro)).join(' / ');
  const recalls = budgets.map((percent) => report.budgets[`${percent.toFixed(1)}%`]);
  const kind = [column, `natural-${column}`].find((name) => recalls.every((recall) => recall && name in recall));
  return kind ? recalls.map((recall) => shown(recall[kind])).join(' / ') : '';
}

const peers = readPeers(readFileSync(process.argv[2], 'utf8'));
if (peers) {
  const report = JSON.parse(readFileSync(0, 'utf8'));
  const rows = [
    ['engine', ...peers.columns],
    ['ours', ...peers.columns.map((column) => ours(column, report, peers.budgets))],
    ...peers.engines,
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(
    `\nBeside the peers: recall in % at an alert budget of ${peers.budgets.join(' % / ')} %, the peers' as published there`,
  );
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}
