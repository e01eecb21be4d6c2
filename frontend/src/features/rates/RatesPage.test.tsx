import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { me } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/handlers';
import { houseRates } from '../../../mocks/rateFixtures';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();
const some = () => ({ rates: structuredClone(houseRates) });
const now = () => new Date().toISOString().slice(0, 10);
const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(() => {
  // the fixture's days lie around this one
  vi.useFakeTimers({ now: Date.parse('2026-11-20T20:00:00Z'), toFake: ['Date'] });
  return () => vi.useRealTimers();
});

const row = (name: RegExp) => screen.findByRole('row', { name });
const opened = async (name = 'Set a rate') => {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(
    screen.getByRole('region', {
      name: name === 'Set a rate' ? 'What do you ask for, and from when?' : name,
    }),
  );
};

describe('the house rates', () => {
  it('tell what holds now, since when and by whom, what is to come, and the rule for everybody', async () => {
    open('/margin/rates', some());
    const orbx = await row(/^ORBX/);
    expect(orbx).toHaveTextContent(/50%40%50%30%a share/);
    expect(orbx).toHaveTextContent('Nov 2, 2026');
    expect(orbx).toHaveTextContent('Adele Brandt, Oct 30');
    expect(orbx).toHaveTextContent('from Dec 1, 2026');
    // nothing of its own holds yet: so the rule does
    expect(await row(/^XTEC/)).toHaveTextContent(/from Dec 1, 202650%25%50%30%a sharethe rule for everybody/);
    expect(screen.getByRole('region', { name: 'What holds for everything else?' })).toHaveTextContent(
      /On a purchase50%To keep it25%/,
    );
    const terms = screen.getByRole('region', { name: 'What holds for every account?' });
    await waitFor(() => expect(terms).toHaveTextContent('The standard; nothing was set so far.'));
    await expectAccessible();
  });

  it('show the history of an instrument, from which what is to come is taken back', async () => {
    const state = open('/margin/rates', some());
    const orbx = await row(/^ORBX/);
    await userEvent.click(within(orbx).getByRole('button', { name: 'History' }));
    const history = within(screen.getByRole('region', { name: /^What was set for ORBX/ }));
    expect(history.getAllByRole('row')).toHaveLength(4);
    expect(history.getByRole('row', { name: /^Mar 2, 2026/ })).toHaveTextContent(/35%.*has held/);
    expect(history.getByRole('row', { name: /^Nov 2, 2026/ })).toHaveTextContent(/40%.*holds now/);
    expect(history.getByRole('row', { name: /^Dec 1, 2026/ })).toHaveTextContent('the rule for everybody');
    await expectAccessible();
    await userEvent.click(
      history.getByRole('button', { name: 'Take back what holds for ORBX from Dec 1, 2026' }),
    );
    await waitFor(() => expect(orbx).not.toHaveTextContent('from Dec 1, 2026'));
    expect(state.rates).toHaveLength(3);
  });

  it('are set in percent from a day on, with the keyboard alone, after what is wrong has been said', async () => {
    const state = open('/margin/rates');
    expect(await screen.findByText('No instrument has a rate of its own')).toBeInTheDocument();
    const opener = await screen.findByRole('button', { name: 'Set a rate' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const form = within(screen.getByRole('region', { name: 'What do you ask for, and from when?' }));
    expect(form.getByLabelText('Symbol')).toHaveFocus();
    expect(form.getByText(/With nothing filled in/)).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(form.getByLabelText('Symbol')).toHaveAccessibleDescription('This is needed.');
    await userEvent.keyboard('orbx');
    expect(
      await form.findByText(/now asks for 50% on a purchase and 25% to keep it \(the rule for everybody\)/),
    ).toBeInTheDocument();
    const keep = form.getByLabelText('To keep it (%)');
    await userEvent.type(keep, 'much');
    expect(keep).toHaveAccessibleDescription('Write a percentage, such as 40.');
    await userEvent.clear(keep);
    await userEvent.type(keep, '20');
    expect(keep).toHaveAccessibleDescription('The rule asks for at least 25%.');
    await userEvent.clear(keep);
    await userEvent.type(keep, '33,3333');
    await expectAccessible();
    await userEvent.keyboard('{Enter}');
    expect(await row(/^ORBX/)).toHaveTextContent('33%');
    expect(state.rates).toMatchObject([
      { symbol: 'ORBX', validFrom: now(), maintenanceLong: '0.333333', riskClass: 'EQUITY' },
    ]);
    expect(state.rates[0]).not.toHaveProperty('initialLong');
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('say what is not lent against without rates of a purchase, and end with an empty form', async () => {
    const state = open('/margin/rates', some());
    const form = await opened('Change the rates of ORBX');
    expect(form.getByLabelText('To keep it (%)')).toHaveValue('40');
    await userEvent.selectOptions(form.getByLabelText('Is anything lent against it?'), 'NO');
    expect(form.queryByLabelText('To keep it (%)')).not.toBeInTheDocument();
    await userEvent.click(form.getByRole('button', { name: 'Set it' }));
    await waitFor(() => expect(state.rates).toHaveLength(5));
    expect(state.rates[2]).toMatchObject({ validFrom: now(), marginable: false });
    expect(state.rates[2]).not.toHaveProperty('maintenanceLong');
    expect(await row(/^ORBX/)).toHaveTextContent('in fullin full50%30%');
  });

  it('keep what was typed when somebody set one meanwhile, and can be set over it', async () => {
    const state = open('/margin/rates', some());
    const form = await opened('Change the rates of ORBX');
    const keep = form.getByLabelText('To keep it (%)');
    await userEvent.clear(keep);
    await userEvent.type(keep, '60');
    state.rates = [
      ...state.rates,
      { ...(houseRates[1] as (typeof houseRates)[number]), validFrom: now(), setAt: '2026-11-20T19:59:00Z' },
    ];
    await userEvent.click(form.getByRole('button', { name: 'Set it' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    expect(keep).toHaveValue('60');
    await userEvent.click(form.getByRole('button', { name: 'Set mine over it' }));
    await waitFor(() =>
      expect(state.rates.find(({ validFrom }) => validFrom === now())).toMatchObject({
        maintenanceLong: '0.6',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
  });

  it('keep what was typed when the service refuses it, and say it at the field', async () => {
    open('/margin/rates');
    server.use(
      http.put('*/api/v1/margin/rates/:symbol/:validFrom', () =>
        problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'initialLong', message: 'has at most 6 decimals' }],
        }),
      ),
    );
    const form = await opened();
    await userEvent.type(form.getByLabelText('Symbol'), 'orbx');
    const purchase = form.getByLabelText('On a purchase (%)');
    await userEvent.type(purchase, '60.12345');
    await userEvent.click(form.getByRole('button', { name: 'Set it' }));
    await waitFor(() => expect(purchase).toHaveAccessibleDescription('has at most 6 decimals'));
    expect(purchase).toHaveFocus();
    expect(purchase).toHaveValue('60.12345');
    expect(form.getByLabelText('Symbol')).toHaveValue('orbx');
  });

  it('are only looked at by who may not set them', async () => {
    open('/margin/rates', some());
    server.use(http.get('*/api/v1/me', () => HttpResponse.json({ ...me, roles: ['VIEWER'] })));
    await row(/^ORBX/);
    expect(await screen.findByText(/you can look at them/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Set a rate' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Change/ })).not.toBeInTheDocument();
  });

  it('say that the service is away, and are there once it is back', async () => {
    open('/margin/rates', some());
    server.use(http.get('*/api/v1/margin/rates', () => problem(503, { title: 'Away' }), { once: true }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This part of Riskwatch is away');
    await userEvent.click(within(alert).getByRole('button'));
    expect(await row(/^ORBX/)).toBeInTheDocument();
  });
});

describe('the terms of every account', () => {
  it('are set from a day on, and their history says who did', async () => {
    const state = open('/margin/rates');
    const card = within(await screen.findByRole('region', { name: 'What holds for every account?' }));
    await userEvent.click(
      await card.findByRole('button', { name: 'What shall hold for every account, and from when?' }),
    );
    const interest = card.getByLabelText('Interest on loans, a year (%)');
    expect(interest).toHaveValue('6');
    await userEvent.clear(interest);
    await userEvent.type(interest, '500');
    await userEvent.click(card.getByRole('button', { name: 'Set it' }));
    await waitFor(() => expect(interest).toHaveAccessibleDescription('is at most 1'));
    await userEvent.clear(interest);
    await userEvent.type(interest, '7.25');
    await expectAccessible();
    await userEvent.click(card.getByRole('button', { name: 'Set it' }));
    await waitFor(() => expect(state.terms).toMatchObject([{ validFrom: now(), interestRate: '0.0725' }]));
    expect(await card.findByText('Since Nov 20, 2026, set by Guest')).toBeInTheDocument();
    await userEvent.click(card.getByText('What was set before, and what is to come'));
    expect(card.getByRole('row', { name: /^Nov 20, 2026/ })).toHaveTextContent('7.25%');
  });

  it('refuse a day that is gone before they are sent', async () => {
    const state = open('/margin/rates');
    const card = within(await screen.findByRole('region', { name: 'What holds for every account?' }));
    await userEvent.click(
      await card.findByRole('button', { name: 'What shall hold for every account, and from when?' }),
    );
    const from = card.getByLabelText('From the day (UTC)');
    await userEvent.clear(from);
    await userEvent.type(from, later(-3));
    await userEvent.click(card.getByRole('button', { name: 'Set it' }));
    expect(from).toHaveAccessibleDescription('Choose today or a later day.');
    expect(state.terms).toHaveLength(0);
  });
});
