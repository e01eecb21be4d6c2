import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { loadTexts } from '@/shared/i18n/i18n';
import { followLanguage, followTheme } from '@/shared/settings/settings';
import { Gallery } from './Gallery';
import '../src/styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');

followTheme();
await followLanguage();
await Promise.all([loadTexts('frame'), loadTexts('common')]);
await document.fonts.load('500 15px Inter');
createRoot(root).render(
  <MemoryRouter initialEntries={['/portfolios']}>
    <Gallery />
  </MemoryRouter>,
);
