import type { HouseRate, MarginRates, MarginTerms } from '@/api/types';

export const standardRates: MarginRates = {
  marginable: true,
  initialLong: 0.5,
  maintenanceLong: 0.25,
  initialShort: 0.5,
  maintenanceShort: 0.3,
};

/** One instrument with a past, a present and a future, and one whose first rate is to come. */
export const houseRates: HouseRate[] = [
  {
    symbol: 'ORBX',
    validFrom: '2026-03-02',
    maintenanceLong: '0.35',
    riskClass: 'EQUITY',
    rates: { ...standardRates, maintenanceLong: 0.35 },
    setBy: 'Adele Brandt',
    setAt: '2026-02-27T10:00:00Z',
  },
  {
    symbol: 'ORBX',
    validFrom: '2026-11-02',
    maintenanceLong: '0.4',
    riskClass: 'EQUITY',
    rates: { ...standardRates, maintenanceLong: 0.4 },
    setBy: 'Adele Brandt',
    setAt: '2026-10-30T09:00:00.123456Z',
  },
  {
    symbol: 'ORBX',
    validFrom: '2026-12-01',
    riskClass: 'EQUITY',
    rates: standardRates,
    setBy: 'Guest',
    setAt: '2026-11-19T09:00:00Z',
  },
  {
    symbol: 'XTEC',
    validFrom: '2026-12-01',
    marginable: false,
    riskClass: 'BROAD_INDEX',
    rates: { ...standardRates, marginable: false, initialLong: 1, maintenanceLong: 1 },
    setAt: '2026-11-19T09:05:00Z',
  },
];

export const standardTerms: MarginTerms = {
  concentratedFrom: '1',
  concentrationAddOn: '0',
  interestRate: '0.06',
  dayCount: 360,
  intradayRegime: 'INTRADAY_DEFICIT',
};
