import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../mocks/handlers';
import { called, calm, clients } from '../../../mocks/marginFixtures';
import { expectAccessible } from '../../../test/axe';
import { platform, socket } from '../../../test/render';

const { open, server } = platform();
const [ada, boris] = clients;
if (!ada || !boris) throw new Error('the fixture has two clients');
const two = () => ({ clients: structuredClone(clients) });
const names = () =>
  screen
    .getAllByRole('link')
    .filter((link) => link.getAttribute('href')?.startsWith('/clients/'))
    .map((link) => link.textContent);

describe('the clients of an adviser', () => {
  it('stand with their figures, follow the stream, and are sorted and filtered by the address', async () => {
    const state = open('/clients', two());
    const row = await screen.findByRole('row', { name: /^Boris Lindqvist/ });
    await waitFor(() => expect(row).toHaveTextContent('$20,000.00$10,000.00$10,000.0050%Fine33.3%'));
    const feed = socket('/ws/events');
    act(() => {
      feed.says({ type: 'hello', heartbeatMs: 5000 });
      feed.says({
        type: 'margin.changed',
        portfolioId: boris.portfolioId,
        before: 'OK',
        after: 'CALL',
        at: called.timestamp,
        status: called,
      });
    });
    await waitFor(() => expect(row).toHaveTextContent('$12,000.00$10,000.00$2,000.00150%Margin call'));
    // what was streamed has become what the service answers
    state.clients = state.clients.map((client) =>
      client.id === boris.id ? { ...client, margin: called } : client,
    );
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Margin used' }));
    await waitFor(() => expect(names()).toEqual(['Boris Lindqvist', 'Ada Fontaine']));
    expect(screen.getByRole('columnheader', { name: 'Margin used' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await userEvent.click(screen.getByRole('radio', { name: 'Margin calls' }));
    await waitFor(() => expect(names()).toEqual(['Boris Lindqvist']));
  });

  it('are sorted by the service, so that the first page has the first of all of them', async () => {
    const loans = ['100', '900', '500'];
    open('/clients?sort=loan&order=falling', {
      clientsPerPage: 2,
      clients: loans.map((loanAmount, index) => ({
        ...ada,
        id: `0198a000-0000-7000-8000-00000000090${index}`,
        name: `Client ${loanAmount}`,
        margin: { ...calm, loanAmount },
      })),
    });
    await screen.findByRole('row', { name: /^Client 900/ });
    expect(names()).toEqual(['Client 900', 'Client 500']);
    await userEvent.click(screen.getByRole('button', { name: 'Loan' }));
    await waitFor(() => expect(names()).toEqual(['Client 100', 'Client 500']));
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(names()).toEqual(['Client 100', 'Client 500', 'Client 900']));
  });

  it('come sorted and narrowed from an address', async () => {
    open('/clients?q=a&sort=name&order=falling', two());
    await screen.findByRole('row', { name: /^Ada Fontaine/ });
    expect(screen.getByLabelText('Name or number')).toHaveValue('a');
    await userEvent.clear(screen.getByLabelText('Name or number'));
    await screen.findByRole('row', { name: /^Boris/ });
    expect(names()).toEqual(['Boris Lindqvist', 'Ada Fontaine']);
    await userEvent.type(screen.getByLabelText('Name or number'), 'nobody');
    expect(await screen.findByText('No client is called so')).toBeInTheDocument();
  });

  it('explain themselves where there are none, and say who can show one some', async () => {
    open('/clients');
    expect(await screen.findByText('No client yet')).toBeInTheDocument();
    expect(screen.getByText(/They find you by your name/)).toBeInTheDocument();
  });

  it('are added with a loan and notes, and a refusal stands at its field', async () => {
    const state = open('/clients?new=1');
    const form = within(await screen.findByRole('region', { name: 'Who is the client?' }));
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(form.getByLabelText('Name')).toHaveAccessibleDescription('This is needed.');
    await userEvent.type(form.getByLabelText('Name'), 'Dara Voss');
    await userEvent.type(form.getByLabelText('Loan'), 'much');
    expect(form.getByLabelText('Loan')).toHaveAccessibleDescription('Write a number.');
    await userEvent.clear(form.getByLabelText('Loan'));
    await userEvent.type(form.getByLabelText('Loan'), '10000');
    await userEvent.type(form.getByLabelText('Notes'), 'Calls on Mondays.');
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dara Voss' })).toBeInTheDocument();
    expect(state.clients[0]).toMatchObject({
      name: 'Dara Voss',
      loan: '10000',
      notes: 'Calls on Mondays.',
      currency: 'USD',
    });
  });

  it('say that the service is away', async () => {
    open('/clients', two());
    server.use(http.get('*/api/v1/clients', () => problem(503, { title: 'Away' })));
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of Riskwatch is away');
  });
});

describe('a client', () => {
  it('shows how the account stands, what it holds and what is noted', async () => {
    open(`/clients/${ada.id}`, two());
    expect(await screen.findByRole('region', { name: 'How close is a margin call?' })).toHaveTextContent(
      'Prices can fall 33.3% before a call',
    );
    expect(await screen.findByRole('row', { name: /^ORBX 200/ })).toHaveTextContent('$80.00');
    expect(screen.getByText('Prefers a call by phone.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Portfolio pages' })).toHaveAttribute(
      'href',
      `/portfolios/${ada.portfolioId}`,
    );
    await expectAccessible();
  });

  it('keeps what was typed when somebody changed it meanwhile, until one saves over it', async () => {
    const state = open(`/clients/${ada.id}`, two());
    await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
    const form = within(await screen.findByRole('region', { name: 'What is known of the client?' }));
    state.versions.set(ada.id, 2);
    await userEvent.clear(form.getByLabelText('Loan'));
    await userEvent.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByRole('alert')).toHaveTextContent('Changed meanwhile');
    await userEvent.click(form.getByRole('button', { name: 'Save mine over it' }));
    expect(await screen.findByText('The client is changed.')).toBeInTheDocument();
    expect(state.clients[0]).toMatchObject({ name: 'Ada Fontaine', notes: 'Prefers a call by phone.' });
    expect(state.clients[0]?.loan).toBeUndefined();
  });

  it('has positions that are added, changed and removed', async () => {
    open(`/clients/${ada.id}`, two());
    const add = within(await screen.findByRole('form', { name: 'Add a position' }));
    await userEvent.type(add.getByLabelText('Symbol'), 'none');
    await userEvent.type(add.getByLabelText('Quantity'), '5');
    await userEvent.click(add.getByRole('button', { name: 'Add a position' }));
    await waitFor(() =>
      expect(add.getByLabelText('Symbol')).toHaveAccessibleDescription('no instrument has this symbol'),
    );
    await userEvent.clear(add.getByLabelText('Symbol'));
    await userEvent.type(add.getByLabelText('Symbol'), 'nova');
    await userEvent.click(add.getByRole('button', { name: 'Add a position' }));
    expect(await screen.findByRole('row', { name: /^NOVA 5/ })).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Change: ORBX' }));
    const change = within(screen.getByRole('form', { name: 'Change: ORBX' }));
    await userEvent.clear(change.getByLabelText('Quantity'));
    await userEvent.type(change.getByLabelText('Quantity'), '150');
    await userEvent.click(change.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('row', { name: /^ORBX 150/ })).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Remove: NOVA' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /^NOVA/ })).not.toBeInTheDocument());
  });

  it('is shown to a member, for as much as they may, until it is taken away', async () => {
    open(`/clients/${ada.id}`, two());
    const card = within(await screen.findByRole('region', { name: 'Who may see this client?' }));
    const field = await card.findByLabelText('Who of your organisation?');
    expect(card.getByRole('button', { name: 'Let them' })).toBeDisabled();
    await userEvent.type(field, 'cleo');
    await userEvent.click(await card.findByRole('option', { name: 'Cleo Marsh cleo@example.org' }));
    expect(card.getByText('cleo@example.org')).toBeInTheDocument();
    await userEvent.selectOptions(card.getByLabelText('May'), 'look and write notes');
    await userEvent.click(card.getByRole('button', { name: 'Let them' }));
    const may = await card.findByLabelText('What Cleo Marsh may do');
    expect(may).toHaveValue('COMMENT');
    await userEvent.click(card.getByRole('button', { name: 'Take it away from Cleo Marsh' }));
    expect(await card.findByText('Nobody else.')).toBeInTheDocument();
  });

  it('is shown to a member found with the keyboard alone; who sees all anyway cannot be chosen', async () => {
    open(`/clients/${ada.id}`, two());
    const card = within(await screen.findByRole('region', { name: 'Who may see this client?' }));
    const field = await card.findByRole('combobox', { name: 'Who of your organisation?' });
    field.focus();
    expect(
      await card.findByRole('option', { name: 'Adele Brandt sees every client anyway' }),
    ).toHaveAttribute('aria-disabled', 'true');
    const list = within(card.getByRole('listbox', { name: 'Members' }));
    expect(list.getAllByRole('option')).toHaveLength(3);
    const marked = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    expect(marked()).toHaveTextContent('Cleo Marsh');
    await userEvent.keyboard('{ArrowDown}');
    expect(marked()).toHaveTextContent('Dario Costa');
    await userEvent.keyboard('{ArrowDown}');
    expect(marked()).toHaveTextContent('Cleo Marsh');
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    expect(card.queryByRole('option', { name: /^Cleo/ })).not.toBeInTheDocument();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(card.getByText('Dario Costa')).toBeInTheDocument();
    await userEvent.click(card.getByRole('button', { name: 'Choose another' }));
    expect(card.getByRole('combobox', { name: 'Who of your organisation?' })).toHaveFocus();
    await userEvent.keyboard('nobody');
    expect(await card.findByText('Nobody in your organisation is called so.')).toBeInTheDocument();
  });

  it('keeps the chosen member when a grant is refused, and says that members cannot be looked up', async () => {
    open(`/clients/${ada.id}`, two());
    server.use(
      http.put('*/grants/:userId', () =>
        problem(422, {
          title: 'Unprocessable',
          errors: [{ field: 'userId', message: 'is no member of the organisation' }],
        }),
      ),
    );
    const card = within(await screen.findByRole('region', { name: 'Who may see this client?' }));
    (await card.findByLabelText('Who of your organisation?')).focus();
    await userEvent.click(await card.findByRole('option', { name: /^Cleo/ }));
    await userEvent.click(card.getByRole('button', { name: 'Let them' }));
    expect(await card.findByText('is no member of the organisation')).toBeInTheDocument();
    expect(card.getByText('Cleo Marsh')).toBeInTheDocument();
    server.use(http.get('*/api/v1/members', () => problem(503, { title: 'Away' })));
    await userEvent.click(card.getByRole('button', { name: 'Choose another' }));
    await userEvent.keyboard('x');
    expect(await card.findByRole('alert')).toHaveTextContent('Away');
  });

  it('keeps from a member who may only look who else may', async () => {
    open(`/clients/${ada.id}`, two());
    server.use(http.get('*/grants', () => problem(403, { title: 'Forbidden' })));
    await screen.findByRole('row', { name: /^ORBX/ });
    await waitFor(() =>
      expect(screen.queryByRole('region', { name: 'Who may see this client?' })).not.toBeInTheDocument(),
    );
  });

  it('is deleted after a question that names it', async () => {
    const state = open(`/clients/${ada.id}`, { ...two(), margin: calm });
    await userEvent.click(await screen.findByRole('button', { name: 'Delete this client' }));
    expect(screen.getByText(/Delete “Ada Fontaine”/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Delete it' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Clients' })).toBeInTheDocument();
    expect(state.clients.map(({ name }) => name)).toEqual(['Boris Lindqvist']);
  });
});
