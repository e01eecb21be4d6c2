import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gainColours } from './settings';

const css = readFileSync(resolve('src/styles.css'), 'utf8');

/** The tokens that hold for a theme and a scheme, later rules over earlier ones as in the style sheet. */
function tokens(theme: 'light' | 'dark', scheme: string) {
  const found: Record<string, string> = {};
  for (const [, selector = '', body = ''] of css.matchAll(/(:root|(?:\[data-[^{]*?\])+) \{([^}]*)\}/g)) {
    const needs = [...selector.matchAll(/\[data-(\w+)='(\w+)'\]/g)].map(
      ([, name, value]) => `${name} ${value}`,
    );
    if (needs.every((need) => need === `theme ${theme}` || need === `gain ${scheme}`))
      for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+): (#\w+);/g)) found[name] = value;
  }
  return found;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one = '', other = '') {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the colours of gains and losses on %s pages', (theme) => {
  it.each(gainColours)('%s are read on every ground', (scheme) => {
    const { gain, loss, surface, bg } = tokens(theme, scheme);
    for (const colour of [gain, loss])
      for (const ground of [surface, bg]) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('are a pair of their own in each scheme', () => {
    const pairs = gainColours.map((scheme) => {
      const { gain, loss } = tokens(theme, scheme);
      return `${gain} ${loss}`;
    });
    expect(new Set(pairs).size).toBe(gainColours.length);
  });
});

it('where rising is red, falling is green', () => {
  for (const theme of ['light', 'dark'] as const) {
    const west = tokens(theme, 'GREEN_RED');
    const east = tokens(theme, 'RED_GREEN');
    expect([east.gain, east.loss]).toEqual([west.loss, west.gain]);
  }
});
