import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { alerts, rules, webhook } from '../../../mocks/alertFixtures';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/handlers';
import { expectAccessible } from '../../../test/axe';
import { platform, socket } from '../../../test/render';

const { open, server } = platform();
const fresh = () => ({ alerts: structuredClone(alerts), rules: structuredClone(rules) });

describe('the inbox', () => {
  it('shows what is unread and who was told by which way, and sends a failed delivery again', async () => {
    const state = open('/alerts', fresh());
    const card = within(await screen.findByRole('article', { name: 'Margin call: Sample portfolio' }));
    expect(card.getByText('New')).toBeInTheDocument();
    expect(card.getByRole('link', { name: 'Look at it' })).toHaveAttribute(
      'href',
      `/margin?portfolio=${sample.id}`,
    );
    expect(await screen.findByRole('link', { name: /Alerts.*1 unread/ })).toBeInTheDocument();
    await userEvent.click(card.getByText('Delivered 1 of 2'));
    expect(await card.findByText('The other side answered 500.')).toBeInTheDocument();
    expect(card.getByText(/REFUSED · 500 · 84 ms/)).toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(card.getByRole('button', { name: 'Send it again' }));
    expect(await card.findByText('On its way')).toBeInTheDocument();
    await userEvent.click(card.getByRole('button', { name: 'Mark as read' }));
    await waitFor(() => expect(card.queryByText('New')).not.toBeInTheDocument());
    expect(state.alerts[0]?.readAt).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('link', { name: /unread/ })).not.toBeInTheDocument());
  });

  it('hears of an alert at once: a message, a number beside the entry, and the alert itself', async () => {
    const state = open('/alerts');
    expect(await screen.findByText('Nothing has been raised yet')).toBeInTheDocument();
    state.alerts = structuredClone(alerts);
    act(() => {
      socket('/ws/events').says({ type: 'hello', heartbeatMs: 5000 });
      socket('/ws/events').says({
        type: 'alert.raised',
        alertId: alerts[0]?.id,
        kind: 'MARGIN_DISTANCE',
        title: 'Margin call: Sample portfolio',
        message: '…',
        urgent: true,
        at: '2026-11-20T20:40:01Z',
        unread: 1,
      });
    });
    expect(await screen.findByRole('link', { name: 'Show it' })).toHaveAttribute('href', '/alerts');
    expect(await screen.findByRole('link', { name: /Alerts.*1 unread/ })).toBeInTheDocument();
    expect(await screen.findByRole('article', { name: 'Margin call: Sample portfolio' })).toBeInTheDocument();
  });

  it('is read all at once, and shows only what is unread where that is asked', async () => {
    const state = open('/alerts?show=unread', fresh());
    await screen.findByRole('article', { name: 'Margin call: Sample portfolio' });
    expect(screen.queryByRole('article', { name: 'ORBX is cheap' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
    expect(await screen.findByText('Nothing is unread')).toBeInTheDocument();
    expect(state.alerts.every(({ readAt }) => readAt)).toBe(true);
  });

  it('says that the service is away, and tries again', async () => {
    open('/alerts');
    server.use(http.get('*/api/v1/alerts', () => problem(503, { title: 'Away' })));
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of Riskwatch is away');
  });
});

describe('the rules', () => {
  it('stand in sentences with what stands in their way, are switched off, and deleted after a question', async () => {
    const state = open('/alerts/rules', fresh());
    const cheap = within(await screen.findByRole('article', { name: 'ORBX is cheap' }));
    expect(cheap.getByText('The price of ORBX is below 150.')).toBeInTheDocument();
    expect(cheap.getByText(/Told 2 times · met since .* · ready again at 150.75/)).toBeInTheDocument();
    const day = within(screen.getByRole('article', { name: 'A bad day' }));
    expect(day.getByRole('note')).toHaveTextContent('There is no stored value at risk yet.');
    await expectAccessible();
    await userEvent.click(cheap.getByRole('button', { name: 'Watch: ORBX is cheap' }));
    await waitFor(() => expect(state.rules[0]).toMatchObject({ enabled: false, threshold: '150' }));
    await userEvent.click(cheap.getByRole('button', { name: 'Delete: ORBX is cheap' }));
    await userEvent.click(cheap.getByRole('button', { name: 'Delete it' }));
    await waitFor(() =>
      expect(screen.queryByRole('article', { name: 'ORBX is cheap' })).not.toBeInTheDocument(),
    );
  });

  it('are written in percent and plain words; a refusal stands at its field and keeps what was typed', async () => {
    const state = open('/alerts/rules');
    await userEvent.click(await screen.findByRole('button', { name: 'New rule' }));
    const form = within(await screen.findByRole('region', { name: 'What shall be watched?' }));
    await userEvent.selectOptions(form.getByLabelText('Tell me of'), 'A move in percent');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByLabelText('Symbol')).toHaveAccessibleDescription('This is needed.');
    expect(form.getByLabelText('Symbol')).toHaveFocus();
    await userEvent.type(form.getByLabelText('Symbol'), 'none');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(form.getByLabelText('Symbol')).toHaveAccessibleDescription('no instrument has this symbol'),
    );
    await userEvent.clear(form.getByLabelText('Symbol'));
    await userEvent.type(form.getByLabelText('Symbol'), 'orbx');
    await expectAccessible();
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The rule is watching.')).toBeInTheDocument();
    expect(state.rules[0]).toMatchObject({
      kind: 'PERCENT_MOVE',
      symbol: 'ORBX',
      threshold: '0.05',
      direction: 'EITHER',
    });
  });

  it('come from the margin page with the portfolio they are about', async () => {
    const state = open(`/alerts/rules?new=MARGIN_DISTANCE&portfolio=${sample.id}`);
    const form = within(await screen.findByRole('region', { name: 'What shall be watched?' }));
    await waitFor(() => expect(form.getByLabelText('Portfolio')).toHaveDisplayValue('Sample portfolio'));
    await userEvent.selectOptions(form.getByLabelText('Measured by'), 'the state of the account');
    await userEvent.selectOptions(form.getByLabelText('From the state'), 'Margin call');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(state.rules[0]).toMatchObject({
        kind: 'MARGIN_DISTANCE',
        measure: 'STATE',
        marginState: 'CALL',
        portfolioId: sample.id,
        urgent: true,
      }),
    );
  });

  it('keep what was typed when somebody changed one meanwhile, until one saves over it', async () => {
    const state = open(`/alerts/rules?edit=${rules[0]?.id ?? ''}`, fresh());
    const form = within(await screen.findByRole('region', { name: 'Change a rule' }));
    const price = await form.findByLabelText('Price');
    state.versions.set(rules[0]?.id ?? '', 2);
    await userEvent.clear(price);
    await userEvent.type(price, '140');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    expect(price).toHaveValue('140');
    await userEvent.click(form.getByRole('button', { name: 'Save mine over it' }));
    await waitFor(() => expect(state.rules[0]?.threshold).toBe('140'));
  });
});

describe('where one is told', () => {
  it('is an address once its code has come back', async () => {
    const state = open('/alerts/channels');
    const mail = within(await screen.findByRole('region', { name: 'E-mail' }));
    await userEvent.type(mail.getByLabelText('Another address'), 'me@example.org');
    await userEvent.click(mail.getByRole('button', { name: 'Send a code' }));
    await userEvent.type(await mail.findByLabelText('Code from the e-mail'), '111111');
    await userEvent.click(mail.getByRole('button', { name: 'Confirm' }));
    await waitFor(() =>
      expect(mail.getByLabelText('Code from the e-mail')).toHaveAccessibleDescription('is not the code'),
    );
    await userEvent.clear(mail.getByLabelText('Code from the e-mail'));
    await userEvent.type(mail.getByLabelText('Code from the e-mail'), '123456');
    await userEvent.click(mail.getByRole('button', { name: 'Confirm' }));
    expect(await mail.findByText('me@example.org')).toBeInTheDocument();
    expect(state.channels.email.address).toBe('me@example.org');
  });

  it('is a program whose secret is shown once, that can be tried and taken away', async () => {
    const state = open('/alerts/channels', { webhooks: [webhook] });
    const card = within(await screen.findByRole('region', { name: 'Programs of yours' }));
    expect(await card.findByText('3 failures in a row')).toBeInTheDocument();
    await userEvent.type(card.getByLabelText('Address'), 'http://inside');
    await userEvent.click(card.getByRole('button', { name: 'Add a webhook' }));
    await waitFor(() =>
      expect(card.getByLabelText('Address')).toHaveAccessibleDescription('must begin with https://'),
    );
    await userEvent.clear(card.getByLabelText('Address'));
    await userEvent.type(card.getByLabelText('Address'), 'https://hooks.example.com/other');
    await userEvent.click(card.getByRole('button', { name: 'Add a webhook' }));
    expect(await card.findByText('whsec_example-shown-only-once')).toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(card.getByRole('button', { name: 'Send a test to The team’s chat' }));
    expect(await screen.findByText('A test is on its way.')).toBeInTheDocument();
    await userEvent.click(card.getByRole('button', { name: 'Delete: The team’s chat' }));
    await userEvent.click(card.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(state.webhooks).toHaveLength(1));
  });

  it('has hours in which it is quiet', async () => {
    const state = open('/alerts/channels');
    const card = within(await screen.findByRole('region', { name: 'When shall it be quiet?' }));
    await userEvent.click(card.getByLabelText('Keep quiet hours'));
    await userEvent.click(card.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The quiet hours are saved.')).toBeInTheDocument();
    expect(state.channels.quietHours).toMatchObject({ from: '22:00', to: '07:00', urgentPasses: true });
    expect(state.channels.email.enabled).toBe(true);
  });
});
