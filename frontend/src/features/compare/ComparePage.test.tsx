import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

const { open, server } = platform();
const done = (id: string, kind = 'risk') => analysis({ id, kind, state: 'COMPLETED', percent: 100 });

describe('results side by side', () => {
  it('are ticked one by one, of one kind, and shown with their distance to the first', async () => {
    open('/compare', { analyses: [done('a'), done('b'), done('s', 'stress')] });
    const boxes = await screen.findAllByRole('checkbox');
    expect(boxes).toHaveLength(3);
    await userEvent.click(boxes[0] as HTMLElement);
    expect(screen.getByText(/Choose at least one more/)).toBeInTheDocument();
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    await userEvent.click(screen.getByRole('checkbox', { checked: false }));
    const figures = within(await screen.findByRole('region', { name: 'What came out' }));
    expect(figures.getByRole('row', { name: /^Volatility/ })).toHaveTextContent(
      'Volatility per year13.90%11.90%−2.00%',
    );
    const lacking = figures.getByRole('row', { name: /^Value at risk/ });
    expect(lacking).toHaveTextContent('5,914.44–');
    expect(within(lacking).getByText('only in 1')).toBeInTheDocument();
    expect(screen.getAllByText(/only in/)).toHaveLength(1);
    expect(screen.getAllByRole('link', { name: '1. Risk check' })[0]).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Find a figure'), 'volat');
    expect(figures.queryByRole('row', { name: /^Value at risk/ })).not.toBeInTheDocument();
    expect(screen.getByText('(taken by 1)')).toBeInTheDocument();
  });

  it('need two checks first', async () => {
    open('/compare', { analyses: [done('a')] });
    expect(await screen.findByText('Run two checks first')).toBeInTheDocument();
  });

  it('say why they cannot be compared', async () => {
    open('/compare?ids=a,b', { analyses: [done('a'), done('b')] });
    server.use(
      http.get('*/analyses/compare', () =>
        problem(422, { title: 'Unprocessable', detail: 'The results are of two kinds.' }),
      ),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('of two kinds');
  });
});
