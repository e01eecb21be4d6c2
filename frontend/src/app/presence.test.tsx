import { onlineManager } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { me } from '../../mocks/fixtures';
import { expectAccessible } from '../../test/axe';
import { platform } from '../../test/render';

const { open, server } = platform();

/** The browser loses its network, or gets it back. */
function network(there: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(there);
  dispatchEvent(new Event(there ? 'online' : 'offline'));
}

/** Somebody is about to simulate seventeen years. */
async function type17() {
  const field = await screen.findByRole('textbox', { name: 'For how long' });
  await userEvent.clear(field);
  await userEvent.type(field, '17');
  return field;
}

/** Two minutes later somebody looks at the window again. */
function comesBack() {
  vi.setSystemTime(Date.now() + 120_000);
  window.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  network(true);
  vi.useRealTimers();
});

describe('without a network', () => {
  it('the page opens, says since when, and goes on by itself', async () => {
    network(false);
    open('/');
    expect(
      await screen.findByRole('heading', { name: /^Offline since \d\d:\d\d:\d\d$/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/goes on by itself/)).toBeInTheDocument();
    await expectAccessible();
    network(true);
    expect(await screen.findByRole('heading', { name: 'Overview' })).toBeInTheDocument();
    expect(onlineManager.isOnline()).toBe(true);
  });

  it('the page says so even where the browser believes that there is one', async () => {
    let reached = false;
    const asked = fetch;
    vi.stubGlobal('fetch', (request: Request, init?: RequestInit) =>
      reached ? asked(request, init) : Promise.reject(new TypeError('Failed to fetch')),
    );
    open('/');
    expect(await screen.findByRole('heading', { name: /^Offline since/ })).toBeInTheDocument();
    reached = true;
    // it looks every five seconds
    expect(await screen.findByRole('heading', { name: 'Overview' }, { timeout: 25_000 })).toBeInTheDocument();
    vi.stubGlobal('fetch', asked);
  });

  it('a page that is open stays, with what was typed, and says since when it is old', async () => {
    open('/simulate');
    const field = await type17();
    network(false);
    expect(await screen.findByText(/^Offline since \d\d:\d\d/)).toBeInTheDocument();
    expect(field).toHaveValue('17');
    network(true);
    await waitFor(() => expect(screen.queryByText(/^Offline since/)).not.toBeInTheDocument());
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('17');
  });
});

describe('a session that ends while a page is open', () => {
  it('takes nothing away: it says how to sign in, and the page goes on after that', async () => {
    const state = open('/simulate');
    const field = await type17();
    state.signedIn = false;
    comesBack();
    const notice = await screen.findByText(/Your session has ended. Sign in in a new tab/);
    expect(notice.closest('[role=alert]')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Sign in in a new tab' })).toHaveAttribute('target', '_blank');
    expect(field).toHaveValue('17');
    await expectAccessible();

    state.signedIn = true;
    comesBack();
    await waitFor(() => expect(notice).not.toBeInTheDocument());
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('17');
    await userEvent.click(screen.getByRole('button', { name: 'Simulate' }));
    await waitFor(() => expect(state.asked.map(({ kind }) => kind)).toEqual(['monte-carlo']));
  });

  it('is noticed by any question that is refused for it', async () => {
    const state = open('/simulate');
    await type17();
    state.signedIn = false;
    server.use(http.get('*/api/v1/*', () => HttpResponse.json({ title: 'Unauthorized' }, { status: 401 })));
    vi.setSystemTime(Date.now() + 30_000);
    window.dispatchEvent(new Event('visibilitychange'));
    expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
  });

  it('that somebody else takes up shows nothing of what was there', async () => {
    const assign = vi.fn();
    const here = location;
    vi.stubGlobal('location', { ...location, origin: location.origin, assign });
    const state = open('/simulate');
    await type17();
    state.signedIn = false;
    comesBack();
    await screen.findByText(/Your session has ended/);
    server.use(
      http.get('*/api/v1/me', () =>
        HttpResponse.json({ ...me, user: { ...me.user, id: crypto.randomUUID() } }),
      ),
    );
    state.signedIn = true;
    comesBack();
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/'));
    vi.stubGlobal('location', here);
  });

  it('does not end because the service that knows it cannot be asked', async () => {
    open('/simulate');
    const field = await type17();
    let asked = 0;
    server.use(
      http.get('*/session', () => {
        asked += 1;
        return HttpResponse.json({ title: 'Away' }, { status: 503 });
      }),
    );
    comesBack();
    await waitFor(() => expect(asked).toBeGreaterThan(0));
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('17');
  });
});
