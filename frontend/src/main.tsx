import { QueryClientProvider } from '@tanstack/react-query';
import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '@/api/query';
import { App } from '@/app/App';
import { followLanguage, followTheme } from '@/shared/settings/settings';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

/** Not at the top of the module: the chunks that it waits for import from this one, and would wait for it in turn. */
async function start(page: HTMLElement) {
  // the mocked platform, only in `npm run dev:mock`; the build drops this branch
  if (import.meta.env.MODE === 'mock') await (await import('../mocks/browser')).startMocks();

  followTheme();
  await followLanguage();
  const root = createRoot(page);
  // in pieces, between which the browser can do other things
  startTransition(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={createQueryClient()}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

void start(root);
