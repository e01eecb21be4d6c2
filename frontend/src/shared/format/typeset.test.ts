import { beforeEach, describe, expect, it } from 'vitest';
import { setLocale } from './format';
import { typeset } from './typeset';

describe('a sentence', () => {
  beforeEach(() => setLocale('en-US'));

  it('is set so that no percent sign begins a line and no date is broken', () => {
    expect(typeset('fell 6.4 % until 2026-10-01.')).toBe('fell 6.4\u00a0% until Oct 1, 2026.');
  });

  it('keeps what is quoted, and how a date is to be written', () => {
    const fault = "'2024-13-01' is not a date like 2024-12-31";
    expect(typeset(fault)).toBe(fault);
  });
});
