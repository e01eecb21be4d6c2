import axe from 'axe-core';
import { expect } from 'vitest';

/** Axe over what the test has rendered. jsdom lays nothing out, so contrast and sizes are left to the browser's run. */
export async function expectAccessible(of: Element = document.body) {
  const { violations } = await axe.run(of, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
