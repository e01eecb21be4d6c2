import { expect, it } from 'vitest';
import { drawn, rollingRows } from './rolling';

const result = {
  rolling: {
    window: 12,
    dates: ['2025-01-02', '2025-01-03'],
    betas: [
      [0.1, 0.9, -0.4],
      [0.2, 0.8, -0.5],
    ],
    rSquared: [0.7, 0.75],
  },
  loadings: [
    { factor: 'SMB', beta: 0.1, share: 0.05 },
    { factor: 'MKT', beta: 0.9, share: 0.6 },
    { factor: 'HML', beta: -0.4, share: -0.1 },
  ],
};

it('the factors that go with most of the variance are drawn first', () => {
  expect(drawn(result, 2)).toEqual([
    { name: 'MKT', values: [0.9, 0.8] },
    { name: 'HML', values: [-0.4, -0.5] },
  ]);
});

it('a row has the betas of its date, and a result without windows has none', () => {
  expect(rollingRows(result)[1]).toEqual({ date: '2025-01-03', betas: [0.2, 0.8, -0.5], rSquared: 0.75 });
  expect(rollingRows({})).toEqual([]);
});
