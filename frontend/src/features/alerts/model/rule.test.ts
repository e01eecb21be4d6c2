import { describe, expect, it } from 'vitest';
import { rules } from '../../../../mocks/alertFixtures';
import { draftOf, emptyRule, faults, kinds, ofKind, requestOf, shifted } from './rule';

describe('a decimal whose point moves', () => {
  it.each([
    ['12.5', -2, '0.125'],
    ['5', -2, '0.05'],
    ['100', -2, '1'],
    ['33.3', -2, '0.333'],
    ['0.05', 2, '5'],
    ['0.125', 2, '12.5'],
    ['1', 2, '100'],
    ['0.3333', 2, '33.33'],
  ])('%s by %i is %s, digit for digit', (text, places, moved) => {
    expect(shifted(text, places)).toBe(moved);
  });
});

describe('a rule being written', () => {
  it('asks for what its kind is about', () => {
    expect(faults(emptyRule('PRICE'))).toEqual({ symbol: 'missing', threshold: 'number' });
    expect(faults(emptyRule('DRIFT'))).toEqual({ portfolioId: 'missing' });
    expect(faults(emptyRule('STALE_DATA'))).toEqual({ symbol: 'missing' });
    expect(faults(emptyRule('STALE_DATA', { portfolioId: 'p' }))).toEqual({});
    expect(faults({ ...emptyRule('PERCENT_MOVE', { symbol: 'ORBX' }), windowMinutes: '2000' })).toEqual({
      windowMinutes: 'minutes',
    });
  });

  it('is sent with the fields of its kind only, and percent as fractions', () => {
    expect(requestOf({ ...emptyRule('PRICE', { symbol: ' orbx ' }), threshold: '150' }, 'mine')).toEqual({
      kind: 'PRICE',
      name: 'mine',
      symbol: 'ORBX',
      direction: 'BELOW',
      threshold: '150',
      urgent: false,
      enabled: true,
    });
    expect(requestOf(emptyRule('MARGIN_DISTANCE', { portfolioId: 'p' }), 'n')).toMatchObject({
      portfolioId: 'p',
      measure: 'DISTANCE',
      threshold: '0.1',
      urgent: true,
    });
    const state = { ...emptyRule('MARGIN_DISTANCE', { portfolioId: 'p' }), measure: 'STATE' as const };
    expect(requestOf(state, 'n')).not.toHaveProperty('threshold');
    expect(requestOf(state, 'n')).toMatchObject({ marginState: 'WARNING' });
  });

  it('keeps what it is about when its kind changes', () => {
    const draft = { ...emptyRule('PRICE', { symbol: 'ORBX' }), name: 'mine', threshold: '150' };
    expect(ofKind(draft, 'PERCENT_MOVE')).toMatchObject({ symbol: 'ORBX', name: 'mine', threshold: '5' });
  });

  it('comes back from the service as it was sent, whatever its kind', () => {
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(kinds));
    for (const rule of rules) {
      const sent = requestOf(draftOf(rule), 'n');
      for (const [field, value] of Object.entries(sent)) expect(rule).toHaveProperty(field, value);
    }
  });
});
