import { describe, expect, it } from 'vitest';
import { shown, written } from './figure';

describe('a figure', () => {
  it('is written in its unit', () => {
    expect(written(410.17, 'MONEY', 'USD')).toBe('$410.17');
    expect(written(410.17, 'MONEY', undefined)).toBe('410.17');
    expect(written(0.0869, 'FRACTION_PER_YEAR', 'USD')).toBe('8.69%');
    expect(written(-0.5, 'RATIO', 'USD')).toBe('\u22120.5000');
    expect(written(78, 'COUNT', 'USD')).toBe('78');
  });

  it('shows what went into it, however it is nested, and not without end', () => {
    expect(shown(0.043891126864308766)).toBe('0.04389113');
    expect(shown(['ALFA', 'BETA'])).toBe('ALFA, BETA');
    expect(shown([{ symbol: 'ALFA', weight: 0.6 }])).toBe('symbol ALFA, weight 0.6');
    expect(shown('x'.repeat(500))).toHaveLength(161);
  });
});
