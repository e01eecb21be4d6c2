import { afterEach, describe, expect, it, vi } from 'vitest';
import { askedAhead, expectInside, expectOverviewOf, insideExpected } from './ahead';
import { send } from './client';

const question = (path: string, init?: RequestInit) => new Request(new URL(path, location.origin), init);
const ask = (...paths: string[]) => {
  window.ahead = new Map(paths.map((path) => [path, Promise.resolve(new Response(`to ${path}`))]));
};
afterEach(() => {
  window.ahead = undefined;
  vi.unstubAllGlobals();
});

describe('what the page asked for ahead', () => {
  it('is the answer to the first such question, and not to the second', async () => {
    ask('/session');
    const network = vi.fn(() => Promise.resolve(new Response('newer')));
    vi.stubGlobal('fetch', network);
    expect(await (await send(question('/session'))).text()).toBe('to /session');
    expect(network).not.toHaveBeenCalled();
    expect(await (await send(question('/session'))).text()).toBe('newer');
  });

  it('answers only the same question', () => {
    ask('/api/v1/portfolios?limit=100');
    expect(askedAhead(question('/api/v1/portfolios'))).toBeUndefined();
    expect(askedAhead(question('/api/v1/portfolios?limit=100', { method: 'POST' }))).toBeUndefined();
    expect(askedAhead(question('/api/v1/portfolios?limit=100'))).toBeDefined();
  });

  it('is too old for who asks later', () => {
    ask('/session');
    expect(askedAhead(question('/session'), 15_001)).toBeUndefined();
    expect(askedAhead(question('/session'), 14_999)).toBeDefined();
  });
});

it('is asked for by browsers whose reader was signed in, until that is over', () => {
  expect(insideExpected()).toBe(false);
  expectInside(true);
  expect(insideExpected()).toBe(true);
  expectInside(false);
  expect(insideExpected()).toBe(false);
});

it('names no portfolio to who comes after a reader that has left', () => {
  expectInside(true);
  expectOverviewOf('7');
  expect(JSON.stringify(localStorage)).toContain('7');
  expectInside(false);
  expect(JSON.stringify(localStorage)).not.toContain('7');
});
