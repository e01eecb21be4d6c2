import { describe, expect, it } from 'vitest';
import { houseRates } from '../../../../mocks/rateFixtures';
import { byInstrument, setsRates } from './book';
import { versionAt, versionHeader } from './version';

describe('the rates of one’s own', () => {
  it('hold from their day until the next', () => {
    const [orbx, xtec] = byInstrument(houseRates, '2026-11-20', false);
    expect(orbx?.now?.validFrom).toBe('2026-11-02');
    expect(orbx?.coming.map(({ validFrom }) => validFrom)).toEqual(['2026-12-01']);
    expect(orbx?.history.map(({ validFrom }) => validFrom)).toEqual([
      '2026-12-01',
      '2026-11-02',
      '2026-03-02',
    ]);
    expect(xtec?.now).toBeUndefined();
    expect(byInstrument(houseRates, '2026-12-01', false)[0]?.now?.validFrom).toBe('2026-12-01');
  });

  it('wait for the rest of an instrument that the page may have cut', () => {
    expect(byInstrument(houseRates, '2026-11-20', true).map(({ symbol }) => symbol)).toEqual(['ORBX']);
    const one = houseRates.filter(({ symbol }) => symbol === 'XTEC');
    expect(byInstrument(one, '2026-11-20', true)).toHaveLength(1);
  });

  it('tell a row that ends them from one that sets some', () => {
    const [first] = houseRates;
    if (!first) throw new Error('the fixture has rates');
    expect(setsRates(first)).toBe(true);
    expect(setsRates({ ...first, marginable: undefined, maintenanceLong: undefined })).toBe(false);
    expect(setsRates({ ...first, marginable: false, maintenanceLong: undefined })).toBe(true);
  });

  it('are changed only where they are as they were read', () => {
    expect(versionHeader(versionAt(houseRates, '2026-11-02'))).toEqual({
      'If-Match': '"2026-10-30T09:00:00.123456Z"',
    });
    expect(versionHeader(versionAt(houseRates, '2027-01-01'))).toEqual({ 'If-None-Match': '*' });
    expect(versionHeader('ANYTHING')).toEqual({});
  });
});
