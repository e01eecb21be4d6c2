// What the bench says to ./riskwatch bench: a line per figure, its parts separated by tabs (FigureLines.java reads them).

export const figure = (workload, name, value) => tell('figure', workload, name, value);

/** Beside what is aimed at. */
export const aimed = (workload, name, value, target) =>
  tell('figure', workload, 'target', name, value, target);

export const note = (text) => tell('note', text);

const tell = (...parts) => console.log(parts.join('\t'));

/** The value below which a share of all lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const median = (values) => quantile(values, 0.5);
