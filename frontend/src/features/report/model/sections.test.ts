import { expect, it } from 'vitest';
import { draftOf, parametersOf } from './sections';

it('asks for everything unless told otherwise', () => {
  expect(parametersOf(draftOf(undefined))).toEqual({
    sections: ['RISK', 'STRESS', 'OUTLOOK', 'VAR_BACKTEST'],
    years: 10,
    contributions: 0,
    missingHistory: 'REFUSE',
  });
});

it('leaves out what only the future needs when the future is not asked about', () => {
  const draft = {
    ...draftOf(undefined),
    sections: ['STRESS', 'RISK'] as const,
    years: 'ten',
    leaveOut: true,
  };
  expect(parametersOf(draft)).toEqual({ sections: ['RISK', 'STRESS'], missingHistory: 'LEAVE_OUT' });
});

it('cannot ask for nothing, nor for a number of years that is none', () => {
  expect(parametersOf({ ...draftOf(undefined), sections: [] })).toBeUndefined();
  expect(parametersOf({ ...draftOf(undefined), years: '61' })).toBeUndefined();
  expect(parametersOf({ ...draftOf(undefined), monthly: '' })).toBeUndefined();
});
