import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordFor } from '@/features/figures/model/word';
import de from '@/shared/i18n/de/learn.json';
import en from '@/shared/i18n/en/learn.json';
import { lessons } from './lessons';
import { termOf, terms } from './terms';

const spoken = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
const distinct = (list: readonly string[]) => [...new Set(list)].sort();

describe.each([
  ['en', en],
  ['de', de as typeof en],
])('what there is to learn in %s', (_language, texts) => {
  it('are at least thirty words, each with a plain sentence, a formula and its misreading', () => {
    expect(terms.length).toBeGreaterThanOrEqual(30);
    expect(Object.keys(texts.term).sort()).toEqual(terms.map(({ id }) => id).sort());
    for (const { id } of terms) {
      const { name, ask, plain, formula, misread } = texts.term[id];
      expect([name, ask, plain, formula, misread].every((text) => text.length > 3)).toBe(true);
    }
  });

  it('speaks of no figure of one’s own that it does not ask for', () => {
    for (const term of terms) {
      const text = texts.term[term.id] as { you?: string };
      expect(text.you !== undefined, term.id).toBe(term.you);
      if (text.you) expect(distinct(spoken(text.you)), term.id).toEqual(distinct(term.needs));
    }
    for (const { id, steps } of lessons)
      for (const step of steps) {
        const text = texts.lesson[id][step.key] as { own?: string };
        expect(text.own !== undefined, id).toBe(step.own);
        if (text.own) expect(distinct(spoken(text.own)), `${id} ${step.key}`).toEqual(distinct(step.needs));
      }
  });
});

it('every link from a card or a figure leads to a word', () => {
  const sources = readdirSync(resolve('src/features'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(resolve('src/features', file), 'utf8'))
    .join('\n');
  const linked = [...sources.matchAll(/learn="([^"]+)"/g)].map(([, word]) => word);
  expect(linked.length).toBeGreaterThan(8);
  expect(linked.filter((word) => !termOf(word))).toEqual([]);
  const figures = ['valueAtRisk.0.fraction', 'performance.sharpe', 'metrics.maxDrawdown', 'rSquared'];
  expect(figures.map((figure) => termOf(wordFor(figure))?.id)).toEqual([
    'value-at-risk',
    'sharpe-ratio',
    'drawdown',
    'r-squared',
  ]);
  expect(wordFor('provenance.seed')).toBeUndefined();
});
