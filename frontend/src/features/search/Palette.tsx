import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useCurrentPortfolio } from '@/features/portfolio/api';
import { day } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { entries } from '@/shared/navigation/navigation';
import { cx } from '@/shared/ui/cx';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { searchQuery } from './api';
import { type Command, commandOf, matching, step } from './model/commands';

const WAIT_MS = 180;

/** What is typed, once the typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}

/** One field that finds pages and everything of one's own. The browser's dialog: it keeps the focus and gives it back. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const words = usePaused(text.trim());
  const found = useQuery(searchQuery(words));
  const pages = usePages();
  const typed = useDeferredValue(text);
  const commands = [
    ...matching(pages, typed),
    ...(text.trim() === ''
      ? []
      : (found.data ?? []).map((hit, index) => {
          const command = commandOf(hit, index);
          return { ...command, text: [command.text, hit.date && day(hit.date)].filter(Boolean).join(' · ') };
        })),
  ];
  const chosen = Math.min(at, Math.max(0, commands.length - 1));

  useEffect(() => {
    // when the palette goes, the dialog goes with it
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const go = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    void navigate(command.to);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(commands[chosen]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(step(chosen, event.key, commands.length));
    }
  };

  return (
    <dialog
      ref={dialog}
      aria-label={t('search.title')}
      onClose={onClose}
      className="m-auto mt-[10vh] w-[min(36rem,calc(100vw-2rem))] overflow-hidden rounded-card border border-line bg-surface p-0 text-fg shadow-[0_24px_64px_rgb(0_0_0/0.3)] backdrop:bg-black/40"
    >
      <div className="flex items-center gap-2 border-b border-line p-2">
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={commands[chosen] ? `${id}-${chosen}` : undefined}
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={key}
          className="h-11 w-full min-w-0 rounded-control bg-transparent px-3 text-section placeholder:text-muted"
        />
        <button
          type="button"
          onClick={onClose}
          className="h-8 rounded-control px-2 text-caption text-muted hover:bg-surface-2"
        >
          {t('search.close')}
        </button>
      </div>
      {found.error ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} className="m-3" />
      ) : null}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('search.results')}
        className="max-h-[52vh] overflow-y-auto p-2"
      >
        {commands.map((command, index) => (
          // the keys are the field's: it names the chosen entry, and Enter goes there
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={() => go(command)}
            onPointerMove={() => setAt(index)}
            className={cx(
              'flex cursor-pointer items-baseline justify-between gap-4 rounded-control px-3 py-2',
              index === chosen && 'bg-primary-soft',
            )}
          >
            <span className="min-w-0">
              <span className="font-medium">{command.title}</span>{' '}
              <span className="text-dense text-muted">{command.text}</span>
            </span>
            <span className="shrink-0 text-caption text-muted">{t(command.kind)}</span>
          </div>
        ))}
      </div>
      <p role="status" className="px-5 pb-4 text-dense text-muted">
        {text.trim() !== '' && commands.length === 0 && !found.isFetching && words === text.trim()
          ? t('search.none', { words })
          : commands.length > 0
            ? t('search.found', { count: commands.length })
            : ''}
      </p>
    </dialog>
  );
}

/** Every page there is, the current portfolio's sides among them. */
function usePages(): Command[] {
  const { t } = useTranslation();
  const id = useCurrentPortfolio().portfolio?.id;
  const page = (to: string, title: string): Command => ({ id: to, to, title, kind: 'search.kind.PAGE' });
  return entries.flatMap(({ to, key }) => [
    page(to, t(key)),
    ...(to === '/portfolios' && id
      ? [
          page(`/portfolios/${id}/transactions?add=BUY`, t('search.addTransaction')),
          page(`/portfolios/${id}/allocation`, t('search.allocation')),
          page(`/portfolios/${id}/recommendations`, t('search.recommendations')),
        ]
      : []),
  ]);
}
