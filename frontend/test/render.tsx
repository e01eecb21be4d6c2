import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { useEffect } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { afterAll, afterEach, beforeAll, vi } from 'vitest';
import { handlersFor, type World, world } from '../mocks/handlers';
import { createQueryClient } from '@/api/query';
import { App } from '@/app/App';
import { speak } from '@/shared/i18n/i18n';
import { FakeSocket } from './fakeSocket';

/** A server for one test file: MSW answers, the sockets are the test's. */
export function platform() {
  const server = setupServer();
  let address = '';
  /** Notes where the application is. */
  function Where() {
    const { pathname, search } = useLocation();
    useEffect(() => {
      address = pathname + search;
    }, [pathname, search]);
    return null;
  }
  beforeAll(async () => {
    server.listen({ onUnhandledRequest: 'error' });
    vi.stubGlobal('WebSocket', FakeSocket);
    await speak('en');
  });
  afterEach(() => {
    server.resetHandlers();
    FakeSocket.all = [];
  });
  afterAll(() => {
    server.close();
    vi.unstubAllGlobals();
  });
  return {
    server,
    /** The path and the search words that the application stands at. */
    where: () => address,
    /** The application at an address, before a world. */
    open(path: string, change: Partial<World> = {}) {
      const state = world(change);
      server.use(...handlersFor(state));
      const client = createQueryClient();
      client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
      render(
        <QueryClientProvider client={client}>
          <MemoryRouter initialEntries={[path]}>
            <App />
            <Where />
          </MemoryRouter>
        </QueryClientProvider>,
      );
      return state;
    },
  };
}

export const socket = (path: string) => {
  const found = FakeSocket.all.findLast((candidate) => candidate.url.endsWith(path));
  if (!found) throw new Error(`no socket to ${path}`);
  return found;
};
