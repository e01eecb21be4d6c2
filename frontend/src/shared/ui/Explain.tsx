import { CircleHelp } from 'lucide-react';
import { type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';

const GAP = 6;
const MARGIN = 16;

/**
 * What a figure means and where it comes from, one key press away from the figure. The browser's own popover: it opens on
 * the top layer, closes on Escape or a click elsewhere, and gives the focus back.
 */
export function Explain({ about, children }: { about: string; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);

  const place = (event: ToggleEvent<HTMLDivElement>) => {
    const box = event.currentTarget;
    const from = opener.current?.getBoundingClientRect();
    if (event.newState !== 'open' || !from) return;
    const { width, height } = box.getBoundingClientRect();
    const below = from.bottom + GAP;
    const fits = below + height <= innerHeight - MARGIN;
    box.style.top = `${fits ? below : Math.max(MARGIN, Math.min(from.top - GAP - height, innerHeight - MARGIN - height))}px`;
    box.style.left = `${Math.max(MARGIN, Math.min(from.right - width, innerWidth - MARGIN - width))}px`;
    box.focus({ preventScroll: true });
  };

  return (
    <>
      <button
        ref={opener}
        type="button"
        popoverTarget={id}
        aria-label={t('explain.open', { about })}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full text-muted hover:bg-surface-2 hover:text-fg"
      >
        <CircleHelp className="size-4" aria-hidden="true" />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={about}
        tabIndex={-1}
        onToggle={place}
        className="fixed inset-auto m-0 max-h-[80vh] w-[min(23rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-surface p-5 text-left text-dense text-fg shadow-[0_16px_48px_rgb(0_0_0/0.22)] outline-none open:block"
      >
        <h3 className="mb-2 text-body font-semibold">{about}</h3>
        <div className="space-y-2.5 text-muted [&_strong]:font-semibold [&_strong]:text-fg">{children}</div>
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
