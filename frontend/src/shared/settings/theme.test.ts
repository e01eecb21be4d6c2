import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followTheme, useSettings } from './settings';

/** What the browser says of its screen, or of its paper. */
class Media extends EventTarget {
  matches = false;
  turn(matches: boolean) {
    this.matches = matches;
    this.dispatchEvent(new Event('change'));
  }
}

describe('the theme', () => {
  const dark = new Media();
  const print = new Media();
  let stop: () => void;
  const shown = () => document.documentElement.dataset.theme;
  beforeEach(() => {
    vi.stubGlobal('matchMedia', (query: string) => (query === 'print' ? print : dark));
    dark.matches = true;
    stop = followTheme();
  });
  afterEach(() => {
    stop();
    useSettings.getState().set({ theme: 'SYSTEM' });
    vi.unstubAllGlobals();
  });

  it('is the system’s, or the one that was chosen', () => {
    expect(shown()).toBe('dark');
    dark.turn(false);
    expect(shown()).toBe('light');
    useSettings.getState().set({ theme: 'DARK' });
    expect(shown()).toBe('dark');
  });

  it('is light before the page is laid out on paper, and what it was afterwards', () => {
    dispatchEvent(new Event('beforeprint'));
    expect(shown()).toBe('light');
    dispatchEvent(new Event('afterprint'));
    expect(shown()).toBe('dark');
  });

  it('is light as long as the medium is paper', () => {
    print.turn(true);
    expect(shown()).toBe('light');
    print.turn(false);
    expect(shown()).toBe('dark');
  });

  it('is left alone once nobody follows it', () => {
    stop();
    dispatchEvent(new Event('beforeprint'));
    expect(shown()).toBe('dark');
  });
});
