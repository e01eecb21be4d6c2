import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { loadTexts, useTranslation } from '@/shared/i18n/i18n';

const Palette = lazy(async () => (await Promise.all([import('./Palette'), loadTexts('search')]))[0]);

/** Opens the search by a click, by Ctrl or Cmd with K, or by a slash where nothing is being typed. */
export function SearchButton({ keys = true }: { keys?: boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (!keys) return;
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.matches('input, textarea, select, [contenteditable]');
      const asked =
        (event.key.toLowerCase() === 'k' &&
          (event.ctrlKey || event.metaKey) &&
          !event.shiftKey &&
          !event.altKey) ||
        (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
      if (!asked) return;
      event.preventDefault();
      setOpened(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys]);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpened(true)}
        aria-keyshortcuts="Control+K Meta+K"
        className="inline-flex h-8 items-center gap-2 rounded-full border border-line bg-surface px-3 text-dense font-medium text-muted hover:bg-surface-2 hover:text-fg"
      >
        <Search className="size-4" aria-hidden="true" />
        <span className="max-md:sr-only">{t('nav.search')}</span>
        <kbd className="text-caption max-md:hidden" aria-hidden="true">
          Ctrl K
        </kbd>
      </button>
      {opened ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
