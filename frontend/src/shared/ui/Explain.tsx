import { CircleHelp } from 'lucide-react';
import { type ReactNode, type ToggleEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Link } from './Link';

const GAP = 6;
const MARGIN = 16;

type Props = {
  about: string;
  /** the term of art, in second place */
  term?: string;
  /** the word of the lessons that tells more */
  learn?: string;
  /** what is told in further detail */
  more?: ReactNode;
  children?: ReactNode;
};

/**
 * What a figure means and where it comes from, one key press away from the figure. The browser's own popover: it opens on
 * the top layer, closes on Escape or a click elsewhere, and gives the focus back.
 */
export function Explain({ about, term, learn, more, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState(false);
  const name = term ? `${about} (${term})` : about;

  const place = () => {
    const box = dialog.current;
    const from = opener.current?.getBoundingClientRect();
    if (!box || !from) return;
    const { width, height } = box.getBoundingClientRect();
    const below = from.bottom + GAP;
    const fits = below + height <= innerHeight - MARGIN;
    box.style.top = `${fits ? below : Math.max(MARGIN, Math.min(from.top - GAP - height, innerHeight - MARGIN - height))}px`;
    box.style.left = `${Math.max(MARGIN, Math.min(from.right - width, innerWidth - MARGIN - width))}px`;
  };
  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    const open = event.newState === 'open';
    setOpened(open);
    if (!open) return;
    place();
    event.currentTarget.focus({ preventScroll: true });
  };
  // what is fetched once it is open makes it taller
  useEffect(() => {
    if (!opened || !dialog.current) return;
    const observer = new ResizeObserver(place);
    observer.observe(dialog.current);
    return () => observer.disconnect();
  }, [opened]);

  return (
    <>
      <button
        ref={opener}
        type="button"
        popoverTarget={id}
        aria-label={t('explain.open', { about: name })}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full text-muted hover:bg-surface-2 hover:text-fg"
      >
        <CircleHelp className="size-4" aria-hidden="true" />
      </button>
      <div
        ref={dialog}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={name}
        tabIndex={-1}
        onToggle={toggled}
        className="fixed inset-auto m-0 max-h-[80vh] w-[min(25rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-surface p-5 text-left text-dense text-fg shadow-[0_16px_48px_rgb(0_0_0/0.22)] outline-none open:block"
      >
        {opened ? (
          <>
            <h3 className="text-body font-semibold">{about}</h3>
            {term ? <p className="text-muted">{term}</p> : null}
            <div className="mt-2 space-y-2.5 text-muted [&_strong]:font-semibold [&_strong]:text-fg">
              {children}
              {learn ? (
                <p>
                  <Link
                    to={`/learn/${learn}`}
                    className="font-medium text-primary underline underline-offset-2"
                  >
                    {t('explain.learn')}
                  </Link>
                </p>
              ) : null}
              {more}
            </div>
          </>
        ) : null}
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          className="mt-3 -ml-2 h-8 rounded-control px-2 text-dense font-medium text-primary hover:bg-surface-2"
        >
          {t('explain.close')}
        </button>
      </div>
    </>
  );
}
