import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '@/api/query';
import { App } from '@/app/App';
import { speak } from '@/shared/i18n/i18n';
import { followTheme } from '@/shared/settings/settings';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

// the mocked platform, only in `npm run dev:mock`; the build drops this branch
if (import.meta.env.MODE === 'mock') await (await import('../mocks/browser')).startMocks();

speak('en');
followTheme();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
