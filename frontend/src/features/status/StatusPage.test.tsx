import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();
const answer = (state: string) =>
  http.get('*/status/services', () =>
    HttpResponse.json({
      checkedAt: '2026-11-29T20:00:00Z',
      services: [
        { name: 'portfolio', state: 'UP' },
        { name: 'marketdata', state },
        { name: 'newcomer', state: 'UP' },
      ],
    }),
  );

describe('the status', () => {
  it('says that all is well, and what each service does', async () => {
    open('/status');
    server.use(answer('UP'));
    expect(await screen.findByText('Everything works.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'newcomer' })).toBeInTheDocument();
    await expectAccessible();
  });

  it('says what is away, and tells when it is back once it is asked again', async () => {
    open('/status');
    server.use(answer('DOWN'));
    expect(await screen.findByText('One service is away.')).toBeInTheDocument();
    expect(screen.getByText(/Prices stand still/)).toBeInTheDocument();
    server.use(answer('UP'));
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('Everything works.')).toBeInTheDocument();
  });

  it('is there for who is not signed in', async () => {
    open('/status', { signedIn: false });
    server.use(answer('UP'));
    expect(await screen.findByText('Everything works.')).toBeInTheDocument();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });
});
