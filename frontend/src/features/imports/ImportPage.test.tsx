import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem } from '../../../mocks/handlers';
import { platform } from '../../../test/render';

const { open, server } = platform();
const file = new File(['date,type\n'], 'my_broker-2024.csv', { type: 'text/csv' });

describe('the import', () => {
  it('shows every row with its status and reason, keeps the new ones, and takes them back', async () => {
    const state = open('/portfolios/import');
    await userEvent.upload(await screen.findByLabelText('Choose a file'), file);
    expect(await screen.findByText('7 rows were read')).toBeInTheDocument();
    expect(screen.getByText('One account will be added: Second broker.')).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /“ten” is not a number/ });
    expect(within(row).getByText('Error')).toBeInTheDocument();
    expect(state.portfolios.at(-1)).toMatchObject({ name: 'my broker 2024', baseCurrency: 'USD' });

    await userEvent.click(screen.getByRole('button', { name: 'Continue with 3 new rows' }));
    expect(screen.getByText('2 rows have errors and are left out.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Import 3 rows' }));
    expect(await screen.findByText('3 rows imported')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Undo this import' }));
    expect(await screen.findByText('Import undone: 3 rows removed')).toBeInTheDocument();
  });

  it('shows a refused file’s reasons by column and stays on the first step', async () => {
    open('/portfolios/import');
    server.use(
      http.post('*/api/v1/portfolios/:id/imports', () =>
        problem(422, {
          title: 'The file cannot be read',
          errors: [{ field: 'line 1, column when', message: 'is not a column of a known format' }],
        }),
      ),
    );
    await userEvent.upload(await screen.findByLabelText('Choose a file'), file);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'line 1, column when: is not a column of a known format',
    );
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeEnabled();
    // what is in it stays as it is
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  it('keeps the file that could not be sent, and sends it again', async () => {
    open('/portfolios/import');
    server.use(
      http.post('*/api/v1/portfolios/:id/imports', () => problem(503, { title: 'Away' }), { once: true }),
    );
    await userEvent.upload(await screen.findByLabelText('Choose a file'), file);
    const notice = within(await screen.findByRole('alert'));
    expect(screen.getByText('Chosen: my_broker-2024.csv')).toBeInTheDocument();
    await userEvent.click(notice.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('7 rows were read')).toBeInTheDocument();
  });
});
