import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';

type Props = { title: string; onClose: () => void; children: ReactNode };

/** Something to be done before one goes on. The browser's dialog: it keeps the focus, Escape closes it, and the focus goes back. */
export function Dialog({ title, onClose, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto max-h-[85vh] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-surface p-0 text-fg shadow-[0_24px_64px_rgb(0_0_0/0.3)] backdrop:bg-black/40"
    >
      <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-surface py-3 pr-3 pl-5">
        <h2 id={id} className="text-section font-semibold">
          {title}
        </h2>
        <button
          type="button"
          aria-label={t('explain.close')}
          onClick={() => dialog.current?.close()}
          className="inline-flex size-9 items-center justify-center rounded-control text-muted hover:bg-surface-2 hover:text-fg"
        >
          <X className="size-[18px]" aria-hidden="true" />
        </button>
      </header>
      <div className="p-5">{children}</div>
    </dialog>
  );
}
