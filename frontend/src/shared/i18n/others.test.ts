import { describe, expect, it } from 'vitest';
import { teller } from './others';

const tell = teller(
  {
    'In 1 month out of {n} expect to lose {loss} or more.':
      'In 1 von {n} Monaten rechnen Sie mit {loss} Verlust.',
    'The deepest fall was {depth}, from {peak}, {end}.': 'Der tiefste Fall war {depth}, ab {peak}, {end}.',
    'recovered on {day}': 'aufgeholt am {day}',
    '{symbol} was brought back {how}.': '{symbol} wurde {how} zurückgesetzt.',
    '{anything}.': 'Zu allgemein: {anything}.',
    quarterly: 'vierteljährlich',
    "'{text}' is not a number like 1,234.56": '„{text}“ ist keine Zahl wie 1,234.56',
    'Nothing is borrowed.': 'Nichts ist geliehen.',
  },
  'de-DE',
);

describe('the sentences of servers', () => {
  it('are said in the language of the page, their figures in its form', () => {
    expect(tell('In 1 month out of 20 expect to lose 1,234.50 USD (2.3 %) or more.')).toEqual({
      text: 'In 1 von 20 Monaten rechnen Sie mit 1.234,50 USD (2,3\u00a0%) Verlust.',
    });
  });

  it('may have phrases in their gaps', () => {
    expect(tell('X was brought back quarterly.').text).toBe('X wurde vierteljährlich zurückgesetzt.');
    expect(tell('The deepest fall was -12.5 %, from 2020-02-19, recovered on 2020-08-18.').text).toMatch(
      /^Der tiefste Fall war -12,5\u00a0%, ab \D*19\D.*, aufgeholt am \D*18\D/,
    );
  });

  it('keep names that have digits in them', () => {
    expect(tell('600519.SHG was brought back quarterly.').text).toContain('600519.SHG wurde');
    expect(tell('000001 was brought back quarterly.').text).toContain('000001 wurde');
    expect(tell('BRK-1.5B was brought back quarterly.').text).toContain('BRK-1.5B wurde');
  });

  it('keep what is quoted as it was written', () => {
    expect(tell("'1,5' is not a number like 1,234.56").text).toBe('„1,5“ ist keine Zahl wie 1,234.56');
    expect(tell("'quarterly' is not a number like 1,234.56").text).toContain('„quarterly“');
  });

  it('follow each other', () => {
    expect(tell('Nothing is borrowed. X was brought back quarterly.').text).toBe(
      'Nichts ist geliehen. X wurde vierteljährlich zurückgesetzt.',
    );
  });

  it('stay in English, and say so, where there is nothing else', () => {
    expect(tell('Something 1,000.5 new on 2024-01-02!')).toMatchObject({
      text: expect.stringMatching(/^Something 1,000\.5 new on (?!2024-01-02)/),
      lang: 'en',
    });
  });
});
